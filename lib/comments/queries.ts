import type { Database } from '@/lib/db'
import type { CommentView } from './view'

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
 * An article's approved comments, oldest first, and the held ones among `ownHeldIds`, which the caller has proved to be
 * the reader's own. One query.
 */
export async function listComments(db: Database, articleId: number, ownHeldIds: number[] = []): Promise<CommentView[]> {
  const rows = await db.comment.findMany({
    where: {
      articleId,
      ...(ownHeldIds.length
        ? { OR: [{ status: 'APPROVED' }, { status: 'HELD', id: { in: ownHeldIds } }] }
        : { status: 'APPROVED' }),
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: commentSelect,
  })
  return rows.map(({ status, ...comment }) => ({ ...comment, held: status === 'HELD' }))
}
