import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { addTags } from '@/lib/taxonomy/mutations'
import { newSlug } from '@/lib/wordpress/text/slug'

/** The tag of that name, made where there is none and the viewer may; null where neither is so. */
export async function findOrAddTag(db: Database, name: string, viewer: Viewer, now: Date): Promise<number | null> {
  if (!name.trim()) return null
  const slug = newSlug(name)
  return transact(db, async (tx) => {
    const tag = await tx.tag.findFirst({ where: { OR: [{ slug }, { name }] }, select: { id: true } })
    if (tag) return tag.id
    if (!may(viewer, 'taxonomy.edit')) return null
    const [id = null] = await addTags(tx, [{ slug, name, description: '' }])
    await recordDone(tx, viewer, { act: 'taxonomy.edit', object: `tag:${id}`, details: { name } }, now)
    return id
  })
}
