import { handOn, listTranslations } from '@/lib/articles/alternate-mutations'
import { type Acting, act, type Seen, writeAndKeep } from '@/lib/articles/editing/act-mutations'
import { changesKey, publishKey, withdrawKey } from '@/lib/articles/editing/job-keys'
import { mayWith } from '@/lib/articles/editing/ownership'
import type { Conflict, EditRefusal } from '@/lib/articles/editing/result'
import { ownedOf, readStored } from '@/lib/articles/editing/stored-queries'
import type { ArticleInput } from '@/lib/articles/input'
import { foldPath } from '@/lib/articles/paths'
import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { cancelJob } from '@/lib/jobs/mutations'

/** `hasChanges`: there are edits that readers do not see yet, and they say where the article is filed too. */
type Refused = { ok: false; reason: EditRefusal | 'hasChanges' }
const refuse = (reason: Refused['reason']): Refused => ({ ok: false, reason })

/** `was`: the primary category before, 0 for none; of a tag 1 where it was there already. */
export type Filed = { ok: true; version: number; was: number }

/** Files an article under another primary category, which is one of its categories; null: under none. */
export function changeCategory(
  db: Database,
  { categoryId, ...seen }: Seen & { categoryId: number | null },
  actor: Viewer,
  now: Date,
): Promise<Filed | Refused | Conflict> {
  return file(db, seen, actor, now, async ({ tx, article: { input } }) => {
    if (categoryId !== null && !(await tx.category.findUnique({ where: { id: categoryId }, select: { id: true } }))) {
      return null
    }
    const others = input.categoryIds.filter((id) => id !== input.primaryCategoryId && id !== categoryId)
    const categoryIds = categoryId === null ? others : [categoryId, ...others]
    return { input: { ...input, primaryCategoryId: categoryId, categoryIds }, was: input.primaryCategoryId ?? 0 }
  })
}

export function addTag(
  db: Database,
  { tagId, ...seen }: Seen & { tagId: number },
  actor: Viewer,
  now: Date,
): Promise<Filed | Refused | Conflict> {
  return file(db, seen, actor, now, async ({ tx, article: { input } }) => {
    if (!(await tx.tag.findUnique({ where: { id: tagId }, select: { id: true } }))) return null
    if (input.tagIds.includes(tagId)) return { input, was: 1 }
    return { input: { ...input, tagIds: [...input.tagIds, tagId] }, was: 0 }
  })
}

export function removeTag(
  db: Database,
  { tagId, ...seen }: Seen & { tagId: number },
  actor: Viewer,
  now: Date,
): Promise<Filed | Refused | Conflict> {
  return file(db, seen, actor, now, async ({ article: { input } }) => {
    return { input: { ...input, tagIds: input.tagIds.filter((id) => id !== tagId) }, was: tagId }
  })
}

/** Where an article is filed holds at once, also for a live one; `change` answers null for what is not there. */
function file(
  db: Database,
  seen: Seen,
  actor: Viewer,
  now: Date,
  change: (acting: Acting) => Promise<{ input: ArticleInput; was: number } | null>,
): Promise<Filed | Refused | Conflict> {
  return act(db, seen, actor, 'articles.edit', now, async (acting): Promise<Filed | Refused> => {
    const { tx, article } = acting
    const { status, trashedAt } = article.input
    const isLive = status === 'PUBLISHED'
    if (trashedAt) return refuse('trashed')
    if (isLive && !mayWith(actor, 'articles.editLive', ownedOf(article))) return refuse('forbidden')
    if (await hasCopy(tx, article.id)) return refuse('hasChanges')
    const filed = await change(acting)
    if (!filed) return refuse('missing')
    if (filed.input === article.input) return { ok: true, version: article.version, was: filed.was }
    const { version } = await writeAndKeep(acting, filed.input, actor, { why: 'save' })
    const object = `article:${article.id}`
    if (isLive) await recordDone(tx, actor, { act: 'articles.editLive', object, details: { filed: true } }, now)
    return { ok: true, version, was: filed.was }
  })
}

const hasCopy = async (tx: Tx, articleId: number): Promise<boolean> =>
  (await tx.workingCopy.findUnique({ where: { articleId }, select: { version: true } })) !== null

/**
 * Takes an article out of the trash for ever, with its comments and its history. What it was called stays in the audit log
 * alone.
 */
export async function deleteArticle(
  db: Database,
  { id, version }: Seen,
  actor: Viewer,
  now: Date,
): Promise<{ ok: true; version: number } | Refused | { ok: false; reason: 'conflict' }> {
  if (!may(actor, 'articles.delete')) return refuse('forbidden')
  return transact(db, async (tx) => {
    const article = await readStored(tx, id)
    if (!article) return refuse('missing')
    if (!article.input.trashedAt) return refuse('status')
    const translations = await listTranslations(tx, id)
    // Whoever took it out of the trash meanwhile wins.
    const { count } = await tx.article.deleteMany({ where: { id, version, trashedAt: { not: null } } })
    if (count !== 1) return { ok: false, reason: 'conflict' }
    const { headline, path } = article.input
    for (const key of [publishKey(id), withdrawKey(id), changesKey(id)]) await cancelJob(tx, key)
    await tx.redirect.deleteMany({ where: { toPath: path } })
    // Where readers found a notice they find nothing now.
    changed(tx, `article:${id}`, `path:${foldPath(path)}`)
    await handOn(tx, translations, now)
    const details = { headline, path }
    await recordDone(tx, actor, { act: 'articles.delete', object: `article:${id}`, details }, now)
    return { ok: true, version }
  })
}
