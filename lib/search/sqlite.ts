import type { Database, Tx } from '@/lib/db'
import type { SearchDocument } from './document'
import { inHeadline, type Matches, MOST_FOUND } from './match'
import type { NewsroomDocument } from './newsroom-document'
import { articleIdAt, placeOf } from './place'
import type { SearchQuery, Term } from './query'

/** Adds documents of articles that have none. One row of FTS5 each, at the article's place. */
export async function writeDocuments(tx: Tx, documents: SearchDocument[]): Promise<void> {
  const entries = documents.map(({ articleId, publishedAt }) => [articleId, placeOf(publishedAt, articleId)])
  const rows = JSON.stringify(
    documents.map(({ articleId, publishedAt, headline, about, body }) => [
      placeOf(publishedAt, articleId),
      ...[headline, about, body].map((tokens) => tokens.join(' ')),
    ]),
  )
  await tx.$executeRaw`
    INSERT INTO "SearchEntry" ("articleId", "place")
    SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(entries)})`
  await tx.$executeRaw`
    INSERT INTO "SearchDocument" (rowid, headline, about, body)
    SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3 FROM json_each(${rows})`
}

export async function removeDocuments(tx: Tx, articleIds: number[]): Promise<void> {
  // A trigger takes the row of the index with it.
  const ids = JSON.stringify(articleIds)
  await tx.$executeRaw`DELETE FROM "SearchEntry" WHERE "articleId" IN (SELECT value FROM json_each(${ids}))`
}

/** Puts articles into the newsroom's index, in the place of what it had of them. */
export async function writeNewsroom(tx: Tx, documents: NewsroomDocument[]): Promise<void> {
  const entries = JSON.stringify(documents.map(({ articleId, place }) => [articleId, place]))
  const rows = JSON.stringify(documents.map(({ place, words }) => [place, words.join(' ')]))
  // A trigger takes the row of the index with it.
  await tx.$executeRaw`DELETE FROM "NewsroomEntry" WHERE "articleId" IN (SELECT value ->> 0 FROM json_each(${entries}))`
  await tx.$executeRaw`INSERT INTO "NewsroomEntry" ("articleId", "place") SELECT value ->> 0, value ->> 1 FROM json_each(${entries})`
  await tx.$executeRaw`
    INSERT INTO "NewsroomDocument" (rowid, words) SELECT value ->> 0, value ->> 1 FROM json_each(${rows})`
}

/**
 * FTS5 walks through its rows newest first and stops at the limit: 0.2 ms for a word that is in each of 100,000 articles.
 * bm25 reads every occurrence of every word (44 ms there), so only what can be counted is ranked.
 */
export async function matchDocuments(db: Database, query: SearchQuery, skip: number, take: number): Promise<Matches> {
  const expression = expressionOf(query)
  const newest = await newestPlaces(db, expression, MOST_FOUND + 1)
  const total = Math.min(newest.length, MOST_FOUND)
  if (newest.length <= MOST_FOUND) {
    const best = newest.length > skip ? await bestPlaces(db, expression, skip, take) : []
    return { total, many: false, articleIds: best.map(articleIdAt) }
  }
  const first = await newestPlaces(db, expressionOf({ ...query, terms: inHeadline(query.terms) }), MOST_FOUND)
  const isFirst = new Set(first)
  const order = [...first, ...newest.filter((place) => !isFirst.has(place))].slice(0, MOST_FOUND)
  return { total, many: true, articleIds: order.slice(skip, skip + take).map(articleIdAt) }
}

async function newestPlaces(db: Database, expression: string, limit: number): Promise<number[]> {
  // One value instead of a thousand rows: Prisma would spend more time on those than SQLite.
  const [row] = await db.$queryRaw<{ places: string }[]>`
    SELECT json_group_array(rowid) AS places FROM (
      SELECT rowid FROM "SearchDocument" WHERE "SearchDocument" MATCH ${expression} ORDER BY rowid DESC LIMIT ${limit})`
  return row ? (JSON.parse(row.places) as number[]) : []
}

async function bestPlaces(db: Database, expression: string, skip: number, take: number): Promise<number[]> {
  const [row] = await db.$queryRaw<{ places: string }[]>`
    SELECT json_group_array(rowid) AS places FROM (
      SELECT rowid FROM "SearchDocument" WHERE "SearchDocument" MATCH ${expression}
      ORDER BY bm25("SearchDocument", 8, 3, 1), rowid DESC LIMIT ${take} OFFSET ${skip})`
  return row ? (JSON.parse(row.places) as number[]) : []
}

/** In FTS5's language. Tokens are letters and digits alone (fold.ts) and stand in quotation marks: nothing of them is syntax. */
function expressionOf({ terms, excluded }: SearchQuery): string {
  const wanted = `(${terms.map(anyOf).join(' AND ')})`
  return excluded.length ? `${wanted} NOT (${excluded.map(anyOf).join(' OR ')})` : wanted
}

const anyOf = (term: Term) => `(${term.map((sequence) => `"${sequence.join(' ')}"`).join(' OR ')})`
