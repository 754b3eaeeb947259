import { z } from 'zod'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { changeTags, recordChange, tagAddress } from './change-mutations'
import { type Refused, refuse } from './changing'
import { leadBack } from './lead-back-mutations'
import { TAG_ADDRESSES, tagTag } from './shown-tags'
import { sortName } from './sort-name'

/** All of a tag that is deleted, as the audit log keeps it: nobody can change what stands there. */
const keptSchema = z.object({
  description: z.string(),
  wordpressId: z.number().nullable(),
  /** Addresses that led to it. */
  redirects: z.array(z.string()),
})

type Tag = { id: number; slug: string; description: string }

export async function keptOfTag(tx: Tx, { id, slug, description }: Tag): Promise<string> {
  const row = await tx.tag.findUnique({ where: { id }, select: { wordpressId: true } })
  const redirects = await tx.redirect.findMany({ where: { toPath: tagAddress(slug) }, select: { fromPath: true } })
  const kept: z.input<typeof keptSchema> = {
    ...{ description, wordpressId: row?.wordpressId ?? null },
    redirects: redirects.map(({ fromPath }) => fromPath),
  }
  return JSON.stringify(kept)
}

const deletedSchema = z.object({
  did: z.literal('delete'),
  name: z.string(),
  from: z.string(),
  kept: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(keptSchema),
})

/** Brings a tag back that was deleted last: under its number, which menus and texts know it by, with what led to it. */
export function restoreTag(
  db: Database,
  { id }: { id: number },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true } | Refused> {
  return changeTags(db, actor, async (tx) => {
    const event = await tx.auditEvent.findFirst({
      where: { object: `tag:${id}`, act: 'taxonomy.edit', result: 'DONE' },
      orderBy: { id: 'desc' },
      select: { details: true },
    })
    const deleted = deletedSchema.safeParse(event?.details)
    if (!deleted.success || (await tx.tag.findUnique({ where: { id }, select: { id: true } }))) return refuse('gone')
    const { name, from: slug, kept } = deleted.data
    const { redirects, ...columns } = kept
    const other = await tx.tag.findFirst({ where: { OR: [{ slug }, { name }] }, select: { id: true } })
    if (other) return refuse('addressTaken')
    await tx.tag.create({ data: { id, name, sortName: sortName(name), slug, ...columns }, select: { id: true } })
    await tx.redirect.deleteMany({ where: { fromPath: tagAddress(slug) } })
    for (const fromPath of redirects) await leadBack(tx, fromPath, tagAddress(slug), now)
    changed(tx, tagTag(id), TAG_ADDRESSES)
    await recordChange({ tx, actor, now }, `tag:${id}`, { did: 'restore', name, from: slug })
    return { ok: true }
  })
}
