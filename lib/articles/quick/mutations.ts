import { findOrAddTag } from '@/lib/articles/bulk/tag-mutations'
import { getEditing } from '@/lib/articles/editing/admin-queries'
import type { Content } from '@/lib/articles/editing/content'
import { type SeenCopy, saveWorkingCopy } from '@/lib/articles/editing/copy-mutations'
import { saveDraft } from '@/lib/articles/editing/draft-mutations'
import type { EditRefusal } from '@/lib/articles/editing/result'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { idsOf } from './names'

export type QuickChange = {
  headline: string
  slug: string
  categoryId: number | null
  tags: string[]
  authors: string[]
}
export type QuickResult =
  /** `isLive`: readers see it when it is published. */
  { ok: true; isLive: boolean } | { ok: false; reason: EditRefusal | 'conflict' | 'tagMissing' | 'authorMissing' }

/**
 * Changes what an article is called, where it is filed and whose it is, without opening its text: a save like any other, of
 * a live article one of its working copy.
 */
export async function quickEdit(
  db: Database,
  { change, ...seen }: SeenCopy & { change: QuickChange },
  viewer: Viewer,
  now: Date,
): Promise<QuickResult> {
  const editing = await getEditing(viewer, db, seen.id, now)
  if (!editing) return { ok: false, reason: 'missing' }
  const { article, copy, content } = editing
  // Before a tag is made for it.
  if (article.version !== seen.version || (copy?.version ?? null) !== seen.copyVersion) {
    return { ok: false, reason: 'conflict' }
  }
  const known = await db.author.findMany({
    where: { name: { in: change.authors } },
    orderBy: { id: 'asc' },
    select: { id: true, name: true },
  })
  const authors = idsOf(change.authors, known, content.authorIds)
  if (!authors.ok) return { ok: false, reason: 'authorMissing' }
  const tagIds: number[] = []
  for (const name of change.tags) {
    const id = await findOrAddTag(db, name, viewer, now)
    if (id === null) return { ok: false, reason: 'tagMissing' }
    tagIds.push(id)
  }
  const changed = withChange(content, change, tagIds, authors.ids)
  const isLive = article.input.status === 'PUBLISHED'
  const result = isLive
    ? await saveWorkingCopy(db, { ...seen, content: changed }, viewer, now)
    : await saveDraft(db, { ...seen, content: changed }, viewer, now)
  return result.ok ? { ok: true, isLive } : { ok: false, reason: result.reason }
}

function withChange(content: Content, change: QuickChange, tagIds: number[], authorIds: number[]): Content {
  const { headline, slug, categoryId } = change
  const others = content.categoryIds.filter((id) => id !== content.primaryCategoryId && id !== categoryId)
  const roles = Object.entries(content.authorRoles).filter(([id]) => authorIds.includes(Number(id)))
  return {
    ...content,
    ...{ headline, slug, tagIds, authorIds },
    authorRoles: Object.fromEntries(roles),
    primaryCategoryId: categoryId,
    categoryIds: categoryId === null ? others : [categoryId, ...others],
  }
}
