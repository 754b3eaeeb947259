import type { Prisma } from '@/generated/sqlite/client'
import { encodePath } from '@/lib/articles/paths'
import { LARGEST_ID } from '@/lib/comments/row-id'
import { COMMENTS_TAG } from '@/lib/comments/tags'
import type { Database } from '@/lib/db'
import { dependsOn } from '@/lib/page-context'
import type { FileStart } from '@/lib/site/page-frame'
import { commentLinks } from './links'
import { ownArticles } from './number-queries'
import { sourcedNumber } from './numbers'
import type { Asked } from './parameters'
import { commentShape } from './shapes'
import { spanOf } from './sifting'

const select = {
  id: true,
  parentId: true,
  authorName: true,
  authorUrl: true,
  text: true,
  createdAt: true,
  article: { select: { id: true, kind: true, status: true, path: true, sourceSite: true, sourceId: true } },
} satisfies Prisma.CommentSelect
type Row = Prisma.CommentGetPayload<{ select: typeof select }>
export type Comment = { articleId: number; shape: Record<string, unknown> }

const isRowNumber = (id: number): boolean => id >= 0 && id <= LARGEST_ID

/** What everybody may read: approved, on what is public. Mentions on other sites are none that somebody wrote here. */
const PUBLIC = {
  status: 'APPROVED',
  kind: 'COMMENT',
  article: { status: 'PUBLISHED' },
} satisfies Prisma.CommentWhereInput

/** A page of comments, and how many there are. Four queries at most. */
export async function listComments(start: FileStart, asked: Asked): Promise<{ page: Comment[]; total: number }> {
  const { db, facts } = start
  dependsOn(COMMENTS_TAG, 'search')
  const posts = asked.integers('post')
  const articleIds = posts && (await ownArticles(db, facts, posts))
  const include = asked.integers('include')?.filter(isRowNumber)
  const exclude = asked.integers('exclude')?.filter(isRowNumber)
  const parents = asked.integers('parent')?.filter(isRowNumber)
  const [after, before] = [asked.date('after'), asked.date('before')]
  const where: Prisma.CommentWhereInput = {
    ...PUBLIC,
    ...(articleIds && { articleId: { in: articleIds } }),
    ...((include || exclude) && { id: { ...(include && { in: include }), ...(exclude && { notIn: exclude }) } }),
    ...((after || before) && { createdAt: { ...(after && { gt: after }), ...(before && { lt: before }) } }),
    ...(parents && (parents.includes(0) ? { parentId: null } : { parentId: { in: parents } })),
  }
  const order = asked.text('order') === 'asc' ? ('asc' as const) : ('desc' as const)
  const orderBy = asked.text('orderby') === 'id' ? [{ id: order }] : [{ createdAt: order }, { id: order }]
  const isEverything = !articleIds && !include && !exclude && !parents && !after && !before
  const [rows, total] = await Promise.all([
    db.comment.findMany({ where, orderBy, ...spanOf(asked), select }),
    isEverything ? countAll(db) : db.comment.count({ where }),
  ])
  return { page: await shapesOf(start, rows), total }
}

/** Articles know how many they have, and an index has no more than that in it. */
async function countAll(db: Database): Promise<number> {
  const { _sum } = await db.article.aggregate({ where: { status: 'PUBLISHED' }, _sum: { commentCount: true } })
  return _sum.commentCount ?? 0
}

export async function readComment(start: FileStart, id: number): Promise<Comment | null> {
  dependsOn(COMMENTS_TAG, 'search')
  const row = await start.db.comment.findUnique({ where: { id, ...PUBLIC }, select })
  return row ? ((await shapesOf(start, [row]))[0] ?? null) : null
}

/** The newest comments of some articles, at most so many of each. Two queries. */
export async function readReplies(
  start: FileStart,
  articleIds: number[],
  most: number,
): Promise<Map<number, Comment[]>> {
  if (!articleIds.length) return new Map()
  // Sorted here: no index has several discussions in one order.
  const rows = await start.db.comment.findMany({ where: { ...PUBLIC, articleId: { in: articleIds } }, select })
  const newest = rows.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || b.id - a.id)
  const replies = groupBy(newest, ({ article }) => article.id)
  const kept = [...replies.values()].flatMap((some) => some.slice(0, most))
  return groupBy(await shapesOf(start, kept), ({ articleId }) => articleId)
}

async function shapesOf({ db, facts, siteUrl }: FileStart, rows: Row[]): Promise<Comment[]> {
  dependsOn(...rows.map(({ article }) => `article:${article.id}`))
  const answers = await db.comment.findMany({
    where: { parentId: { in: rows.map(({ id }) => id) }, status: 'APPROVED' },
    select: { parentId: true },
  })
  const answered = new Set(answers.map(({ parentId }) => parentId))
  return rows.map((row) => {
    const { article } = row
    const post = sourcedNumber(article, facts.numberedSite)
    const parent = row.parentId ?? 0
    const base = article.kind === 'PAGE' ? 'pages' : 'posts'
    const url = siteUrl + encodePath(article.path)
    const shape = {
      ...commentShape(row, post, parent, url, facts.site.timeZone),
      _links: commentLinks(siteUrl, { id: row.id, post, base, parent, isAnswered: answered.has(row.id) }),
    }
    return { articleId: article.id, shape }
  })
}

function groupBy<T>(all: T[], keyOf: (one: T) => number): Map<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}
