import type { Database, Tx } from '@/lib/db'
import { meaningOf } from '@/lib/taxonomy/merged-queries'
import type { Content } from './content'

/** A text from before categories, tags or authors were merged, filed under what they are now. Three queries at most. */
export async function filedAsMerged(db: Database | Tx, content: Content): Promise<Content> {
  const { primaryCategoryId, categoryIds, tagIds, authorIds, authorRoles } = content
  const primary = primaryCategoryId === null ? [] : [primaryCategoryId]
  const categories = await meaningOf(db, 'category', [...primary, ...categoryIds])
  const tags = await meaningOf(db, 'tag', tagIds)
  const authors = await meaningOf(db, 'author', authorIds)
  if (!categories.size && !tags.size && !authors.size) return content
  const now = (ids: number[], meaning: Map<number, number>) => [...new Set(ids.map((id) => meaning.get(id) ?? id))]
  return {
    ...content,
    primaryCategoryId: now(primary, categories)[0] ?? null,
    categoryIds: now(categoryIds, categories),
    tagIds: now(tagIds, tags),
    authorIds: now(authorIds, authors),
    authorRoles: Object.fromEntries(
      Object.entries(authorRoles).map(([id, role]) => [authors.get(Number(id)) ?? Number(id), role]),
    ),
  }
}
