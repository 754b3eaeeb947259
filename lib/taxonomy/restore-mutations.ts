import { z } from 'zod'
import { clearAddress } from '@/lib/articles/editing/address-mutations'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import type { Category } from './category-tree'
import { categoryAddress, changeTree, recordChange } from './change-mutations'
import { type Refused, refuse } from './changing'
import { leadBack } from './lead-back-mutations'
import { CATEGORIES_TAG, goneTags } from './shown-tags'

/** All of a category that is deleted, as the audit log keeps it: nobody can change what stands there. */
const keptSchema = z.object({
  slug: z.string(),
  description: z.string(),
  locale: z.string().nullable(),
  parentId: z.number().nullable(),
  position: z.number(),
  wordpressId: z.number().nullable(),
  /** Addresses that led to it. */
  redirects: z.array(z.string()),
})

export async function keptOf(tx: Tx, category: Category): Promise<string> {
  const { id, slug, path, description, locale, parentId, position } = category
  const row = await tx.category.findUnique({ where: { id }, select: { wordpressId: true } })
  const redirects = await tx.redirect.findMany({
    where: { toPath: categoryAddress(path) },
    select: { fromPath: true },
  })
  const kept: z.input<typeof keptSchema> = {
    ...{ slug, description, locale, parentId, position, wordpressId: row?.wordpressId ?? null },
    redirects: redirects.map(({ fromPath }) => fromPath),
  }
  return JSON.stringify(kept)
}

const deletedSchema = z.object({
  did: z.literal('delete'),
  name: z.string(),
  kept: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(keptSchema),
})

/** Brings a category back that was deleted last: under its number, where it stood, with what led to it. */
export function restoreCategory(
  db: Database,
  { id }: { id: number },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true } | Refused> {
  return changeTree(db, actor, now, async (changing) => {
    const { tx, tree } = changing
    const event = await tx.auditEvent.findFirst({
      where: { object: `category:${id}`, act: 'taxonomy.edit', result: 'DONE' },
      orderBy: { id: 'desc' },
      select: { details: true },
    })
    const deleted = deletedSchema.safeParse(event?.details)
    if (!deleted.success || tree.get(id)) return refuse('gone')
    const { name, kept } = deleted.data
    const { redirects, ...columns } = kept
    const parent = kept.parentId === null ? null : tree.get(kept.parentId)
    if (parent === undefined) return refuse('gone')
    const path = parent ? `${parent.path}/${kept.slug}` : kept.slug
    if (tree.find(path)) return refuse('addressTaken')
    await tx.category.create({ data: { id, name, path, ...columns }, select: { id: true } })
    await clearAddress(tx, categoryAddress(path))
    const taken = new Set([...tree].map((other) => categoryAddress(other.path)))
    for (const fromPath of redirects) {
      if (!taken.has(fromPath)) await leadBack(tx, fromPath, categoryAddress(path), now)
    }
    changed(tx, CATEGORIES_TAG, ...goneTags({ id, parentId: kept.parentId }))
    await recordChange(changing, `category:${id}`, { did: 'restore', name, path })
    return { ok: true }
  })
}
