import { categoryKey } from '@/lib/archives/keys'
import { listNewestIds } from '@/lib/archives/queries'
import type { Database } from '@/lib/db'
import { dependsOn } from '@/lib/page-context'
import type { SiteFacts } from '@/lib/site/facts'
import { type CardRow, cardFromRow, cardSelect } from './card-queries'
import { neighbourTag } from './change-tags'
import { chooseRelated, RELATED } from './related'
import type { ArticleCard, ArticleView } from './view'

export type Neighbour = { id: number; path: string; headline: string }
type Neighbours = { previous: Neighbour | null; next: Neighbour | null }

const NEWEST_FIRST = [{ publishedDay: 'desc' }, { publishedAt: 'desc' }, { id: 'desc' }] as const
const OLDEST_FIRST = [{ publishedDay: 'asc' }, { publishedAt: 'asc' }, { id: 'asc' }] as const

/** As many as are shown, when this article and both neighbours are among them. */
const NEWEST = RELATED + 3

/**
 * What an article's page leads to: the articles published just before and just after it and the newest others, of the
 * same primary category where it has one (of the whole site otherwise). A category too small to fill the list is
 * followed by its parent's newest. Three queries at most; related articles come without their authors.
 */
export async function getSurroundings(
  db: Database,
  article: ArticleView,
  facts: SiteFacts,
  now: Date,
): Promise<Neighbours & { related: ArticleCard[] }> {
  const category = article.categoryChain.at(-1)
  dependsOn(neighbourTag(category?.id ?? null))
  const rows = await db.article.findMany({
    where: listOf(article),
    orderBy: [...NEWEST_FIRST],
    take: NEWEST,
    select: cardSelect,
  })
  const isWhole = rows.length < NEWEST
  const neighbours = neighboursIn(rows, article.id, isWhole) ?? (await readNeighbours(db, article))
  const parentId = isWhole ? (category?.parentId ?? null) : null
  const all = parentId === null ? rows : [...rows, ...(await readNewest(db, parentId, rows))]
  const { previous, next } = neighbours
  for (const neighbour of [previous, next]) if (neighbour) dependsOn(`article:${neighbour.id}`)
  const others = all.filter(({ id }) => id !== article.id)
  const related = chooseRelated(others, [previous, next], RELATED)
  return {
    ...neighbours,
    related: related.map((row) => cardFromRow(row, { authors: [], override: row.bylineOverride }, facts, now)),
  }
}

const listOf = ({ categoryChain }: ArticleView) => {
  const category = categoryChain.at(-1)
  return { ...(category && { primaryCategoryId: category.id }), kind: 'ARTICLE', status: 'PUBLISHED' } as const
}

/** Of the beginning of the list or the whole of it, newest first; null where it does not reach beyond the article. */
function neighboursIn(rows: readonly Neighbour[], id: number, isWhole: boolean): Neighbours | null {
  const at = rows.findIndex((row) => row.id === id)
  if (at < 0 || (at === rows.length - 1 && !isWhole)) return null
  const pick = (row: Neighbour | undefined) => row && { id: row.id, path: row.path, headline: row.headline }
  return { previous: pick(rows[at + 1]) ?? null, next: pick(rows[at - 1]) ?? null }
}

/** The day is asked for first because the index can begin there; of that day the times decide. Two queries. */
async function readNeighbours(db: Database, article: ArticleView): Promise<Neighbours> {
  const { id, publishedAt, publishedDay } = article
  const list = listOf(article)
  const select = { id: true, path: true, headline: true }
  const [previous, next] = await Promise.all([
    db.article.findFirst({
      where: {
        ...list,
        publishedDay: { lte: publishedDay },
        OR: [
          { publishedDay: { lt: publishedDay } },
          { publishedAt: { lt: publishedAt } },
          { publishedAt, id: { lt: id } },
        ],
      },
      orderBy: [...NEWEST_FIRST],
      select,
    }),
    db.article.findFirst({
      where: {
        ...list,
        publishedDay: { gte: publishedDay },
        OR: [
          { publishedDay: { gt: publishedDay } },
          { publishedAt: { gt: publishedAt } },
          { publishedAt, id: { gt: id } },
        ],
      },
      orderBy: [...OLDEST_FIRST],
      select,
    }),
  ])
  return { previous, next }
}

/** The newest of a category and of all below it, without those that are `known`. Two queries. */
async function readNewest(db: Database, categoryId: number, known: readonly CardRow[]): Promise<CardRow[]> {
  const key = categoryKey(categoryId)
  const ids = (await listNewestIds(db, [key])).get(key) ?? []
  const isKnown = (id: number) => known.some((row) => row.id === id)
  const wanted = ids.filter((id) => !isKnown(id)).slice(0, RELATED)
  if (wanted.length === 0) return []
  const rows = await db.article.findMany({ where: { id: { in: wanted } }, select: { ...cardSelect, status: true } })
  // Asked here, as in listCards: with the status in the query SQLite reads the index of all published articles.
  return wanted.flatMap((id) => rows.find((row) => row.id === id && row.status === 'PUBLISHED') ?? [])
}
