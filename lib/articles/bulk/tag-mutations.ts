import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { findTag, makeTag } from '@/lib/taxonomy/tag-mutations'

/** The tag of that name, made where there is none and the viewer may; null where neither is so. */
export async function findOrAddTag(db: Database, name: string, viewer: Viewer, now: Date): Promise<number | null> {
  if (!may(viewer, 'tags.make')) return (await findTag(db, name))?.id ?? null
  const made = await makeTag(db, { name }, viewer, now)
  return made.ok ? made.tag.id : null
}
