import { type CommentInput, insertComments, nextCommentId, showComments } from '@/lib/comments/mutations'
import type { Tx } from '@/lib/db'
import type { ImportedComment } from './comment-input'
import type { OrderedComment } from './comment-order'

export type CommentsOf = { articleId: number; comments: readonly OrderedComment<ImportedComment>[] }

/** Who decided, where nobody here has yet. */
const IMPORT = 'import'
/** Numbers above are left alone: the next one must still be a number. */
const HIGHEST_NUMBER = 2 ** 31 - 1_000_000

/**
 * Writes the comments of some articles that are not there yet, each with its own number where that is free; those that
 * are there follow the export in status and text until somebody here has decided about them. Counts the articles anew.
 * `above`: no comment of the export has a number so high.
 */
export async function writeComments(
  tx: Tx,
  site: string,
  articles: readonly CommentsOf[],
  above: number,
): Promise<void> {
  const all = articles.flatMap(({ articleId, comments }) => comments.map((one) => ({ articleId, ...one })))
  if (!all.length) return
  const asked = all.flatMap(({ comment, parent }) => (parent === null ? [comment.id] : [comment.id, parent]))
  const known = await tx.comment.findMany({
    where: { sourceSite: site, sourceId: { in: [...new Set(asked)] } },
    select: {
      id: true,
      sourceId: true,
      articleId: true,
      status: true,
      text: true,
      authorName: true,
      moderatedBy: true,
    },
  })
  const numbers = new Map(known.map(({ id, sourceId }) => [sourceId, id]))
  const fresh = all.filter(({ comment }) => !numbers.has(comment.id))
  const free = await freeNumbers(
    tx,
    fresh.map(({ comment }) => comment.id),
    above,
  )
  const rows: (CommentInput & { id: number })[] = []
  for (const [i, { articleId, comment, parent }] of fresh.entries()) {
    const id = free[i] ?? 0
    numbers.set(comment.id, id)
    rows.push(commentRow(comment, id, articleId, (parent === null ? undefined : numbers.get(parent)) ?? null, site))
  }
  await insertComments(tx, rows)
  const changed = new Set(fresh.map(({ articleId }) => articleId))
  const byNumber = new Map(all.map((one) => [one.comment.id, one.comment]))
  for (const row of known) {
    const comment = row.sourceId === null ? undefined : byNumber.get(row.sourceId)
    if (!comment || !follows(row, comment)) continue
    const { status, text, authorName } = comment
    const moderated = status === 'HELD' ? { moderatedBy: null, moderatedAt: null } : decided(comment.createdAt)
    await tx.comment.update({
      where: { id: row.id },
      data: { status, text, authorName, ...moderated },
      select: { id: true },
    })
    changed.add(row.articleId)
  }
  if (changed.size) await showComments(tx, ...changed)
}

const decided = (moderatedAt: Date) => ({ moderatedBy: IMPORT, moderatedAt })

/** True where the export says something else of a comment that nobody here has looked at. */
export function follows(
  row: { status: string; text: string; authorName: string; moderatedBy: string | null },
  comment: ImportedComment,
): boolean {
  if (row.moderatedBy !== null && row.moderatedBy !== IMPORT) return false
  return row.status !== comment.status || row.text !== comment.text || row.authorName !== comment.authorName
}

/** The numbers that new comments get, in order: their own where nobody has it. */
async function freeNumbers(tx: Tx, wanted: number[], above: number): Promise<number[]> {
  const usable = wanted.filter(isUsable)
  const rows = await tx.comment.findMany({ where: { id: { in: usable } }, select: { id: true } })
  const taken = new Set(rows.map(({ id }) => id))
  let next = 0
  const numbers: number[] = []
  for (const number of wanted) {
    if (isUsable(number) && !taken.has(number)) {
      taken.add(number)
      numbers.push(number)
      continue
    }
    next = next === 0 ? Math.max(await nextCommentId(tx), above) : next + 1
    numbers.push(next)
  }
  return numbers
}

export const isUsable = (number: number): boolean => number > 0 && number < HIGHEST_NUMBER

function commentRow(comment: ImportedComment, id: number, articleId: number, parentId: number | null, site: string) {
  const { kind, status, authorName, authorUrl, text, createdAt, email, address, userAgent } = comment
  return {
    id,
    articleId,
    parentId,
    status,
    kind: kind ?? 'COMMENT',
    authorName,
    authorUrl,
    text,
    createdAt,
    email,
    address,
    userAgent,
    moderatedBy: status === 'HELD' ? null : IMPORT,
    source: { site, id: comment.id },
  }
}
