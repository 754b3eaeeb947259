import type { Prisma } from '@/generated/sqlite/client'
import type { Database } from '@/lib/db'
import { COMMENTS_ON_A_PAGE, partThreads } from './pages'
import { buildThread } from './thread'
import { isPreviewHash } from './token'
import type { CommentView } from './view'

/** What nobody but its writer is shown. Whoever filled a trap is not told. */
const UNSEEN = ['HELD', 'SPAM'] as const

const commentSelect = {
  id: true,
  parentId: true,
  kind: true,
  status: true,
  authorName: true,
  authorUrl: true,
  text: true,
  avatar: true,
  createdAt: true,
} as const

/**
 * The held comment that the address of a preview proves to be the reader's own (`?unapproved=ID&moderation-hash=…`, good
 * for ten minutes): its id, or nothing.
 */
export async function findPreviewId(db: Database, id: number, hash: string, now: Date): Promise<number[]> {
  const comment = await db.comment.findUnique({
    where: { id, status: { in: [...UNSEEN] } },
    select: { createdAt: true },
  })
  return comment && isPreviewHash(hash, id, comment.createdAt, now) ? [id] : []
}

/** Which part of an article's discussion is asked for: a page by its number, or the one on which a comment stands. */
export type DiscussionPart = {
  page?: number | undefined
  commentId?: number | undefined
  /** Held comments that the caller has proved to be the reader's own. */
  ownHeldIds?: readonly number[]
}
/** `total`: the approved comments of all pages, without mentions. */
export type DiscussionPage = { comments: CommentView[]; page: number; pages: number; total: number }

/**
 * A page of an article's approved comments, oldest first, with the reader's own held ones; null past the last page. One
 * query; three where there are several pages.
 */
export async function getDiscussionPage(
  db: Database,
  articleId: number,
  maxDepth: number,
  part: DiscussionPart = {},
): Promise<DiscussionPage | null> {
  const where = shownOf(articleId, part.ownHeldIds ?? [])
  const first = await readComments(db, where, COMMENTS_ON_A_PAGE + 1)
  if (first.length <= COMMENTS_ON_A_PAGE) {
    const total = first.filter(({ held, kind }) => !held && kind === 'COMMENT').length
    return (part.page ?? 1) === 1 ? { comments: first, page: 1, pages: 1, total } : null
  }
  const { pages, total } = await outline(db, where, maxDepth)
  const page = part.page ?? pageOf(pages, part.commentId)
  const ids = pages[page - 1]
  if (!ids) return null
  return { comments: await readComments(db, { id: { in: ids } }, ids.length), page, pages: pages.length, total }
}

/** On which page a comment stands, from 1. */
export async function findCommentPage(
  db: Database,
  articleId: number,
  maxDepth: number,
  commentId: number,
): Promise<number> {
  const { pages } = await outline(db, shownOf(articleId, [commentId]), maxDepth)
  return pageOf(pages, commentId)
}

/** From 1; the first for a comment that is on none. */
const pageOf = (pages: number[][], commentId: number | undefined): number =>
  1 +
  Math.max(
    0,
    pages.findIndex((ids) => ids.some((id) => id === commentId)),
  )

const shownOf = (articleId: number, ownHeldIds: readonly number[]): Prisma.CommentWhereInput => ({
  articleId,
  ...(ownHeldIds.length
    ? { OR: [{ status: 'APPROVED' }, { status: { in: [...UNSEEN] }, id: { in: [...ownHeldIds] } }] }
    : { status: 'APPROVED' }),
})

const OLDEST_FIRST = [{ createdAt: 'asc' }, { id: 'asc' }] as const

async function readComments(db: Database, where: Prisma.CommentWhereInput, take: number): Promise<CommentView[]> {
  const rows = await db.comment.findMany({ where, orderBy: [...OLDEST_FIRST], take, select: commentSelect })
  return rows.map(({ status, ...comment }) => ({ ...comment, held: status !== 'APPROVED' }))
}

/** Which comments stand on which page, mentions on other sites last: of a long discussion no more is read than that. */
async function outline(db: Database, where: Prisma.CommentWhereInput, maxDepth: number) {
  const rows = await db.comment.findMany({
    where,
    orderBy: [...OLDEST_FIRST],
    select: { id: true, parentId: true, kind: true, status: true },
  })
  const written = rows.filter(({ kind }) => kind === 'COMMENT')
  const mentions = rows.filter(({ kind }) => kind !== 'COMMENT')
  return {
    pages: partThreads([...buildThread(written, maxDepth), ...buildThread(mentions, 1)]),
    total: written.filter(({ status }) => status === 'APPROVED').length,
  }
}
