import { findOrAddTag } from '@/lib/articles/bulk/tag-mutations'
import { getEditing } from '@/lib/articles/editing/admin-queries'
import type { Content } from '@/lib/articles/editing/content'
import { type SeenCopy, saveWorkingCopy } from '@/lib/articles/editing/copy-mutations'
import { saveDraft } from '@/lib/articles/editing/draft-mutations'
import type { EditRefusal } from '@/lib/articles/editing/result'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { idsOf, isUntouched } from './names'

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
  const authorIds = await authorsOf(db, change.authors, content.authorIds)
  if (!authorIds) return { ok: false, reason: 'authorMissing' }
  const tagIds = await tagsOf(db, change.tags, content.tagIds, viewer, now)
  if (!tagIds) return { ok: false, reason: 'tagMissing' }
  const changed = withChange(content, change, tagIds, authorIds)
  const isLive = article.input.status === 'PUBLISHED'
  const result = isLive
    ? await saveWorkingCopy(db, { ...seen, content: changed }, viewer, now)
    : await saveDraft(db, { ...seen, content: changed }, viewer, now)
  return result.ok ? { ok: true, isLive } : { ok: false, reason: result.reason }
}

async function authorsOf(db: Database, names: string[], before: number[]): Promise<number[] | null> {
  const own = await db.author.findMany({ where: { id: { in: before } }, select: { id: true, name: true } })
  if (isUntouched(names, before, own)) return before
  const where = { name: { in: names } }
  const known = await db.author.findMany({ where, orderBy: { id: 'asc' }, select: { id: true, name: true } })
  const authors = idsOf(names, known, before)
  return authors.ok ? authors.ids : null
}

/** Those that it had stay, however many are called so; the others are found by name, or made. */
async function tagsOf(
  db: Database,
  names: string[],
  before: number[],
  viewer: Viewer,
  now: Date,
): Promise<number[] | null> {
  const own = await db.tag.findMany({ where: { id: { in: before } }, select: { id: true, name: true } })
  if (isUntouched(names, before, own)) return before
  const ids: number[] = []
  for (const name of names) {
    const kept = before.filter((id) => own.some((tag) => tag.id === id && tag.name.trim() === name))
    const other = kept.length ? null : await findOrAddTag(db, name, viewer, now)
    if (other === null && !kept.length) return null
    ids.push(...kept, ...(other === null ? [] : [other]))
  }
  return [...new Set(ids)]
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
