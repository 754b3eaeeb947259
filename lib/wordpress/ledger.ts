import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Prisma } from '@/generated/sqlite/client'
import type { Database, Tx } from '@/lib/db'
import { writeSetting } from '@/lib/site/mutations'
import { IMPORT_KEY } from '@/lib/site/settings'

/** What one site's imports remember of themselves. No times: a second run leaves an equal database. */
const ledgerSchema = z.object({
  files: z.array(z.string()),
  /** True of the site that was imported first: its numbers of articles and media are kept (lib/wordpress/rest/numbers.ts). */
  first: z.boolean().optional(),
  /** False while an import runs, or when it was ended in the middle. */
  finished: z.boolean(),
  /** Items of the last export by type and status. */
  items: z.record(z.string(), z.number()),
  /** Settings that an import wrote, as it wrote them: they may be written anew until somebody else changes them. */
  wrote: z.record(z.string(), z.unknown()),
})
export type Ledger = z.infer<typeof ledgerSchema>

export const ledgerKey = (site: string): string => IMPORT_KEY + site

export async function readLedger(db: Database, site: string): Promise<Ledger | null> {
  const row = await db.setting.findUnique({ where: { key: ledgerKey(site) } })
  return row && ledgerSchema.parse(row.value)
}

/** True where nothing was imported before. */
export async function isFirstImport(db: Database): Promise<boolean> {
  return (await db.setting.count({ where: { key: { startsWith: IMPORT_KEY } } })) === 0
}

/** True where no other site was imported: what has a number of WordPress's has it from this one. */
export async function isOnlyImport(db: Database, site: string): Promise<boolean> {
  const others = { startsWith: IMPORT_KEY, not: ledgerKey(site) }
  return (await db.setting.count({ where: { key: others } })) === 0
}

export async function writeLedger(tx: Tx, site: string, ledger: Ledger): Promise<void> {
  const value = ledger as Prisma.InputJsonObject
  const key = ledgerKey(site)
  await tx.setting.upsert({ where: { key }, create: { key, value }, update: { value } })
}

/** True where the site has no such setting of its own: there is none, or it is as an import left it. */
export async function maySet(db: Database, ledger: Ledger, key: string): Promise<boolean> {
  const row = await db.setting.findUnique({ where: { key } })
  return !row || isDeepStrictEqual(row.value, ledger.wrote[key])
}

/** Writes a setting and remembers it in the ledger, in one transaction. */
export async function setAndRemember(
  tx: Tx,
  site: string,
  ledger: Ledger,
  key: string,
  value: Prisma.InputJsonObject,
): Promise<Ledger> {
  const next = { ...ledger, wrote: { ...ledger.wrote, [key]: value } }
  await writeSetting(tx, key, value)
  await writeLedger(tx, site, next)
  return next
}
