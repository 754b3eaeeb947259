import { getContentNames, getEditing } from '@/lib/articles/editing/admin-queries'
import { mayWith } from '@/lib/articles/editing/ownership'
import { ownedOf } from '@/lib/articles/editing/stored-queries'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'

/** What can be changed of an article without opening it. */
export type QuickView = {
  id: number
  version: number
  copyVersion: number | null
  /** Readers see it: what is saved waits until it is published. */
  isLive: boolean
  headline: string
  slug: string
  categoryId: number | null
  tags: string[]
  authors: string[]
  /** Stands in the place of the authors' names. */
  bylineOverride: string | null
  editing: string | null
}

/** Null where it is not there for the viewer to change. */
export async function getQuick(db: Database, viewer: Viewer, id: number, now: Date): Promise<QuickView | null> {
  const editing = await getEditing(viewer, db, id, now)
  if (!editing || editing.article.input.trashedAt) return null
  const { article, content, copy, lockedBy } = editing
  const isLive = article.input.status === 'PUBLISHED'
  // It would be refused: what waits behind a live article is kept by those alone who may change that.
  if (isLive && !mayWith(viewer, 'articles.editLive', ownedOf(article))) return null
  const names = await getContentNames(db, [content])
  const named = (ids: number[], of: Map<number, string>) => ids.flatMap((one) => of.get(one) ?? [])
  return {
    id,
    version: article.version,
    copyVersion: copy?.version ?? null,
    isLive,
    headline: content.headline,
    slug: content.slug,
    categoryId: content.primaryCategoryId,
    tags: named(content.tagIds, names.tags),
    authors: named(content.authorIds, names.authors),
    bylineOverride: content.bylineOverride,
    editing: lockedBy?.holderName ?? null,
  }
}
