import type { CommentKind, CommentStatus } from '@/generated/sqlite/enums'
import type { Tx } from '@/lib/db'
import { keyedHash } from '@/lib/secret'

/** Everything that is written of a comment. */
export type CommentInput = {
  articleId: number
  parentId: number | null
  status: CommentStatus
  kind: CommentKind
  authorName: string
  authorUrl: string | null
  text: string
  createdAt: Date
  email: string
  address: string
  userAgent: string
  moderatedBy: string | null
  source: { site: string; id: number } | null
}

/** The number a new comment gets: `#comment-ID` is numbered by us, because an import brings numbers of its own. */
export async function nextCommentId(tx: Tx): Promise<number> {
  const { _max } = await tx.comment.aggregate({ _max: { id: true } })
  return (_max.id ?? 0) + 1
}

/** Writes new comments with the numbers they are given; the caller counts the approved ones (`countComments`). */
export async function insertComments(tx: Tx, comments: (CommentInput & { id: number })[]): Promise<void> {
  if (!comments.length) return
  await tx.comment.createMany({
    data: comments.map(({ email, address: _address, userAgent: _userAgent, source, ...columns }) => ({
      ...columns,
      avatar: avatarOf(email),
      moderatedAt: columns.moderatedBy ? columns.createdAt : null,
      sourceSite: source?.site ?? null,
      sourceId: source?.id ?? null,
    })),
  })
  await tx.commentSender.createMany({
    data: comments.map(({ id, email, address, userAgent, createdAt }) => ({
      commentId: id,
      email: normalEmail(email),
      address,
      userAgent,
      createdAt,
    })),
  })
}

/** Counts an article's approved comments anew. */
export async function countComments(tx: Tx, articleId: number): Promise<void> {
  const commentCount = await tx.comment.count({ where: { articleId, status: 'APPROVED', kind: 'COMMENT' } })
  await tx.article.update({ where: { id: articleId }, data: { commentCount }, select: { id: true } })
}

/** Addresses are compared without regard to case, as mailboxes are in practice. */
export const normalEmail = (email: string): string => email.trim().toLowerCase()

const AVATARS = 12

/** The same drawn avatar for the same e-mail address, which nobody can guess back without the site's secret. */
function avatarOf(email: string): number {
  const [first = 0] = Buffer.from(keyedHash('avatar', normalEmail(email)), 'base64url')
  return first % AVATARS
}
