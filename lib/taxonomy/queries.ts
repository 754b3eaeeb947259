import type { Database } from '@/lib/db'
import { dependsOn } from '@/lib/page-context'
import { tagTag } from './shown-tags'

export type TagView = { id: number; slug: string; name: string; description: string }

/** The tag with this slug, in whatever case it was asked for. One query. */
export async function getTag(db: Database, slug: string): Promise<TagView | null> {
  const spellings = [...new Set([slug, slug.toLowerCase(), slug.normalize('NFC').toLowerCase()])]
  const tags = await db.tag.findMany({
    where: { slug: { in: spellings } },
    select: { id: true, slug: true, name: true, description: true },
  })
  const tag = tags.find((found) => found.slug === slug) ?? tags[0] ?? null
  if (tag) dependsOn(tagTag(tag.id))
  return tag
}
