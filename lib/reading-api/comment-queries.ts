import type { Prisma } from '@/generated/sqlite/client'
import { encodePath } from '@/lib/articles/paths'
import { COMMENTS_TAG } from '@/lib/comments/tags'
import type { Database } from '@/lib/db'
import { commentHtml } from '@/lib/feeds/comment-html'
import { dependsOn } from '@/lib/page-context'
import type { Comment } from './schemas'

const select = {
  id: true,
  articleId: true,
  parentId: true,
  authorName: true,
  authorUrl: true,
  text: true,
  createdAt: true,
  article: { select: { path: true } },
} satisfies Prisma.CommentSelect

/** What everybody may read: approved, on what is public. */
const PUBLIC = {
  status: 'APPROVED',
  kind: 'COMMENT',
  article: { status: 'PUBLISHED' },
} satisfies Prisma.CommentWhereInput

export type CommentPlace = { at: Date; id: number }

/** The newest comments after another one, of the site or of an article. One query, which begins there. */
export async function listComments(
  db: Database,
  articleId: number | undefined,
  after: CommentPlace | null,
  take: number,
  siteUrl: string,
): Promise<Comment[]> {
  // An article that is withdrawn takes its comments along.
  dependsOn(COMMENTS_TAG, 'search')
  const rows = await db.comment.findMany({
    where: {
      ...PUBLIC,
      ...(articleId !== undefined && { articleId }),
      ...(after && {
        createdAt: { lte: after.at },
        OR: [{ createdAt: { lt: after.at } }, { id: { lt: after.id } }],
      }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
    select,
  })
  return rows.map((row) => commentOf(row, siteUrl))
}

export async function findComment(db: Database, id: number, siteUrl: string): Promise<Comment[]> {
  dependsOn(COMMENTS_TAG, 'search')
  const row = await db.comment.findUnique({ where: { id, ...PUBLIC }, select })
  return row ? [commentOf(row, siteUrl)] : []
}

type Row = Prisma.CommentGetPayload<{ select: typeof select }>

function commentOf({ article, createdAt, ...row }: Row, siteUrl: string): Comment {
  return {
    ...row,
    url: `${siteUrl}${encodePath(article.path)}#comment-${row.id}`,
    html: commentHtml(row.text),
    createdAt: createdAt.toISOString(),
  }
}
