import type { CommentStatus } from '@/generated/sqlite/enums'
import type { Database } from '@/lib/db'

export type ModeratedComment = {
  id: number
  status: CommentStatus
  authorName: string
  text: string
  createdAt: Date
  path: string
  headline: string
}

/** Comments of a status, the oldest first: whoever waits longest is read first. Two statements. */
export async function listModeratedComments(
  db: Database,
  status: CommentStatus,
  count: number,
): Promise<ModeratedComment[]> {
  const rows = await db.comment.findMany({
    where: { status },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: count,
    select: {
      id: true,
      status: true,
      authorName: true,
      text: true,
      createdAt: true,
      article: { select: { path: true, headline: true } },
    },
  })
  return rows.map(({ article, ...comment }) => ({ ...comment, ...article }))
}
