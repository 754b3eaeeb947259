import type { Prisma } from '@/generated/sqlite/client'
import type { ArticleKind } from '@/generated/sqlite/enums'
import { dependsOn } from '@/lib/page-context'
import { findArticles } from '@/lib/search/queries'
import { parseQuery } from '@/lib/search/query'
import type { FileStart } from '@/lib/site/page-frame'
import { listArchived } from './archive-queries'
import { ownArticles } from './number-queries'
import type { Asked } from './parameters'
import { type Refusal, refuse } from './refusal'
import { type Chosen, conditions, type Sifting, spanOf } from './sifting'
import { readSifting } from './sifting-queries'
import { decodedSlug } from './term-list'

/** What is looked for in words is sifted further among the best so many. */
const MOST_FOUND = 500

/** Ids of published posts or pages as they are asked for, and how many there are. */
export async function choosePosts(start: FileStart, kind: ArticleKind, asked: Asked): Promise<Chosen | Refusal> {
  const orderby = asked.text('orderby') ?? 'date'
  if (orderby === 'relevance' && !asked.text('search'))
    return refuse(400, 'rest_no_search_term_defined', 'You need to define a search term to order by relevance.')
  if (orderby === 'include' && !asked.has('include'))
    return refuse(
      400,
      'rest_orderby_include_missing_include',
      'You need to define an include parameter to order by include.',
    )
  const sifting = await readSifting(start, asked)
  const candidates = await findCandidates(start, asked)
  const span = spanOf(asked)
  if (candidates) return chooseAmong(start, kind, candidates, sifting, asked)
  if (kind === 'ARTICLE' && orderby === 'date') return listArchived(start, sifting, span, asked.text('order') === 'asc')
  return listByColumn(start, kind, sifting, asked)
}

/** The few among which one is looked for, best first; null where that is everything. */
async function findCandidates({ db, facts }: FileStart, asked: Asked): Promise<number[] | null> {
  const lists: number[][] = []
  const include = asked.integers('include')
  if (include) lists.push(await ownArticles(db, facts, include))
  const slugs = asked.words('slug')
  if (slugs) {
    const decoded = slugs.flatMap((slug) => [slug, decodedSlug(slug)])
    const rows = await db.article.findMany({ where: { slug: { in: decoded } }, select: { id: true } })
    lists.push(rows.map(({ id }) => id))
  }
  const search = asked.text('search')
  if (search?.trim()) lists.push((await findArticles(db, parseQuery(search), 0, MOST_FOUND)).articleIds)
  const [first, ...more] = lists
  return first ? first.filter((id) => more.every((list) => list.includes(id))) : null
}

const SORTED_BY = { id: true, kind: true, status: true, publishedAt: true, updatedAt: true } as const

async function chooseAmong(
  { db }: FileStart,
  kind: ArticleKind,
  candidates: number[],
  sifting: Sifting,
  asked: Asked,
): Promise<Chosen> {
  dependsOn('search')
  if (!candidates.length) return { ids: [], total: 0 }
  const rows = await db.article.findMany({
    // Kind and status are asked below: with them here SQLite begins with every published article.
    where: { id: { in: candidates }, AND: conditions(sifting) },
    select: SORTED_BY,
  })
  const shown = rows.filter((row) => row.kind === kind && row.status === 'PUBLISHED')
  const orderby = asked.text('orderby')
  const places = new Map(candidates.map((id, place) => [id, place]))
  const place = ({ id }: { id: number }) => places.get(id) ?? 0
  if (orderby === 'include' || orderby === 'relevance') shown.sort((a, b) => place(a) - place(b))
  else {
    const value = (row: (typeof shown)[number]) =>
      orderby === 'id' ? row.id : ((orderby === 'modified' ? row.updatedAt : row.publishedAt)?.getTime() ?? 0)
    const way = asked.text('order') === 'asc' ? 1 : -1
    shown.sort((a, b) => way * (value(a) - value(b) || a.id - b.id))
  }
  const { skip, take } = spanOf(asked)
  return { ids: shown.slice(skip, skip + take).map(({ id }) => id), total: shown.length }
}

async function listByColumn({ db }: FileStart, kind: ArticleKind, sifting: Sifting, asked: Asked): Promise<Chosen> {
  dependsOn('search')
  const where: Prisma.ArticleWhereInput = { kind, status: 'PUBLISHED', AND: conditions(sifting) }
  const order = asked.text('order') === 'asc' ? 'asc' : 'desc'
  const [rows, total] = await Promise.all([
    db.article.findMany({
      where,
      orderBy: orderOf(asked.text('orderby') ?? 'date', order),
      ...spanOf(asked),
      select: { id: true },
    }),
    db.article.count({ where }),
  ])
  return { ids: rows.map(({ id }) => id), total }
}

/** Each has an index, but for what only pages are sorted by, which are few. */
function orderOf(orderby: string, order: 'asc' | 'desc'): Prisma.ArticleOrderByWithRelationInput[] {
  switch (orderby) {
    case 'modified':
      return [{ updatedAt: order }, { id: order }]
    case 'menu_order':
      return [{ position: order }, { id: order }]
    case 'title':
      return [{ headline: order }, { id: order }]
    case 'slug':
      return [{ slug: order }, { id: order }]
    case 'id':
      return [{ id: order }]
    default:
      return [{ publishedDay: order }, { publishedAt: order }, { id: order }]
  }
}
