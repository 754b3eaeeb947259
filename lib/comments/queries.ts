import type { Database } from '@/lib/db'
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

/**
 * An article's approved comments, oldest first, and the held ones among `ownHeldIds`, which the caller has proved to be
 * the reader's own. One query.
 */
export async function listComments(db: Database, articleId: number, ownHeldIds: number[] = []): Promise<CommentView[]> {
  const rows = await db.comment.findMany({
    where: {
      articleId,
      ...(ownHeldIds.length
        ? { OR: [{ status: 'APPROVED' }, { status: { in: [...UNSEEN] }, id: { in: ownHeldIds } }] }
        : { status: 'APPROVED' }),
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: commentSelect,
  })
  return rows.map(({ status, ...comment }) => ({ ...comment, held: status !== 'APPROVED' }))
}
