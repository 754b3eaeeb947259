import type { Prisma } from '@/generated/sqlite/client'
import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import { figuresSchema } from '@/lib/counting/settings'
import { crawlerSettingsSchema } from '@/lib/crawlers/settings'
import type { Database } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { storageSchema } from '@/lib/storage/settings'
import { writeSetting } from './mutations'
import {
  commentSettingsSchema,
  frontSettingsSchema,
  policiesInSchema,
  policiesSchema,
  siteSchema,
  socialSchema,
} from './settings'

const SCHEMAS = {
  site: siteSchema,
  comments: commentSettingsSchema,
  front: frontSettingsSchema,
  policies: policiesSchema,
  policiesIn: policiesInSchema,
  crawlers: crawlerSettingsSchema,
  social: socialSchema,
  figures: figuresSchema,
  storage: storageSchema,
}
export type SettingKey = keyof typeof SCHEMAS

export type SettingResult = { ok: true; changed: string[] } | { ok: false; reason: 'forbidden' | 'malformed' }

/** In characters, of a value that the audit log repeats. */
const LONGEST_SAID = 200

/**
 * Writes some of the settings of one subject; the others of it stay. What does not hold together is refused whole, and what
 * changes nothing is not written. Every process reads it within a moment.
 */
export async function saveSetting(
  db: Database,
  key: SettingKey,
  values: Prisma.InputJsonObject,
  actor: Viewer,
  now: Date,
  { replaces = false }: { replaces?: boolean } = {},
): Promise<SettingResult> {
  if (!may(actor, 'settings.edit')) return { ok: false, reason: 'forbidden' }
  return transact(db, async (tx) => {
    const row = await tx.setting.findUnique({ where: { key } })
    const stored = (row?.value ?? {}) as Prisma.InputJsonObject
    const written = replaces ? values : { ...stored, ...values }
    const read = SCHEMAS[key].safeParse(written)
    if (!read.success) return { ok: false, reason: 'malformed' }
    // As they are read: with what holds where nothing was said, and in one order, which databases do not keep.
    const before: Record<string, unknown> = SCHEMAS[key].parse(stored)
    const after: Record<string, unknown> = read.data
    const names = new Set([...Object.keys(before), ...Object.keys(after)])
    const changed = [...names].filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    if (!changed.length) return { ok: true, changed }
    await writeSetting(tx, key, written)
    const said = (value: unknown) => (JSON.stringify(value) ?? '–').slice(0, LONGEST_SAID)
    const details = Object.fromEntries(changed.map((name) => [name, `${said(before[name])} → ${said(after[name])}`]))
    await recordDone(tx, actor, { act: 'settings.edit', object: `setting:${key}`, details }, now)
    return { ok: true, changed }
  })
}
