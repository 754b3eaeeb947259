import type { Database, Tx } from '@/lib/db'
import { GAP, type SearchDocument } from './document'
import { inHeadline, type Matches, MOST_FOUND } from './match'
import type { NewsroomDocument } from './newsroom-document'
import { placeOf } from './place'
import type { SearchQuery, Term } from './query'

/** Adds documents of articles that have none. */
export async function writeDocuments(tx: Tx, documents: SearchDocument[]): Promise<void> {
  const rows = JSON.stringify(
    documents.map((document) => ({
      id: document.articleId,
      place: placeOf(document.publishedAt, document.articleId),
      words: vectorOf(document),
    })),
  )
  await tx.$executeRaw`
    INSERT INTO "SearchDocument" ("articleId", "place", "words")
    SELECT id, place, words FROM json_to_recordset(${rows}::json) AS row (id int, place bigint, words tsvector)`
}

export async function removeDocuments(tx: Tx, articleIds: number[]): Promise<void> {
  await tx.$executeRaw`DELETE FROM "SearchDocument" WHERE "articleId" = ANY(${articleIds})`
}

/** Puts articles into the newsroom's index, in the place of what it had of them. */
export async function writeNewsroom(tx: Tx, documents: NewsroomDocument[]): Promise<void> {
  const rows = JSON.stringify(
    documents.map(({ articleId, place, words }) => ({ id: articleId, place, words: lexemesOf(words) })),
  )
  await tx.$executeRaw`
    INSERT INTO "NewsroomDocument" ("articleId", "place", "words")
    SELECT id, place, words FROM json_to_recordset(${rows}::json) AS row (id int, place bigint, words tsvector)
    ON CONFLICT ("articleId") DO UPDATE SET "place" = excluded."place", "words" = excluded."words"`
}

/** Each word once and without its places; facts come first, so that what there is no room for is of the text. */
function lexemesOf(words: string[]): string {
  let room = VECTOR_BYTES
  return [...new Set(words)]
    .filter((word) => {
      room -= 3 * word.length + WORD_BYTES
      return room >= 0
    })
    .map((word) => `'${word}'`)
    .join(' ')
}

/**
 * The same order as SQLite's, with PostgreSQL's rank in the place of bm25. Every statement begins with WITH: the adapter
 * prepares those that begin with SELECT, and a plan made once for every word is wrong for the rare or for the common.
 */
export async function matchDocuments(db: Database, query: SearchQuery, skip: number, take: number): Promise<Matches> {
  const wanted = expressionOf(query)
  const found = await countUpTo(db, wanted, MOST_FOUND + 1)
  const total = Math.min(found, MOST_FOUND)
  if (found <= MOST_FOUND) {
    const articleIds = found > skip ? await listBest(db, wanted, skip, take) : []
    return { total, many: false, articleIds }
  }
  const first = expressionOf({ ...query, terms: inHeadline(query.terms) })
  const firsts = await countUpTo(db, first, MOST_FOUND + 1)
  const last = Math.min(skip + take, MOST_FOUND)
  const inFirst = Math.min(last, firsts)
  const articleIds = [
    ...(skip < inFirst ? await listFirst(db, first, firsts, skip, inFirst - skip) : []),
    ...(last > firsts
      ? await listNewest(db, `(${wanted}) & !(${first})`, Math.max(skip - firsts, 0), last - Math.max(skip, firsts))
      : []),
  ]
  return { total, many: true, articleIds }
}

/** The index finds every match at once, so few are sorted, and of many the order of publication is followed. */
const listFirst = (db: Database, expression: string, count: number, skip: number, take: number) =>
  count <= MOST_FOUND ? listSorted(db, expression, skip, take) : listNewest(db, expression, skip, take)

type Rows = { id: number }[]
const idsOf = (rows: Rows) => rows.map(({ id }) => id)

/** Counted among one article of sixteen first: where enough are found there, the long lists of a common word stay unread. */
async function countUpTo(db: Database, expression: string, limit: number): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    WITH sampled AS (
      SELECT 1 FROM "SearchDocument" WHERE "words" @@ ${`(${expression}) & '${GAP}'`}::tsquery LIMIT ${limit})
    SELECT CASE WHEN (SELECT count(*) FROM sampled) = ${limit}::int THEN ${limit}::int ELSE (
      SELECT count(*)::int FROM (
        SELECT 1 FROM "SearchDocument" WHERE "words" @@ ${expression}::tsquery LIMIT ${limit}) AS found) END AS count`
  return row?.count ?? 0
}

async function listBest(db: Database, expression: string, skip: number, take: number): Promise<number[]> {
  return idsOf(
    await db.$queryRaw<Rows>`
      WITH query AS (SELECT ${expression}::tsquery AS query)
      SELECT "articleId" AS id FROM "SearchDocument", query WHERE "words" @@ query
      ORDER BY ts_rank('{0.1, 0.1, 0.4, 1}', "words", query) DESC, "place" DESC LIMIT ${take} OFFSET ${skip}`,
  )
}

async function listSorted(db: Database, expression: string, skip: number, take: number): Promise<number[]> {
  return idsOf(
    await db.$queryRaw<Rows>`
      WITH found AS MATERIALIZED (
        SELECT "articleId" AS id, "place" FROM "SearchDocument" WHERE "words" @@ ${expression}::tsquery)
      SELECT id FROM found ORDER BY "place" DESC LIMIT ${take} OFFSET ${skip}`,
  )
}

async function listNewest(db: Database, expression: string, skip: number, take: number): Promise<number[]> {
  return idsOf(
    await db.$queryRaw<Rows>`
      WITH found AS (
        SELECT "articleId" AS id FROM "SearchDocument" WHERE "words" @@ ${expression}::tsquery
        ORDER BY "place" DESC LIMIT ${take} OFFSET ${skip})
      SELECT id FROM found`,
  )
}

/**
 * Positions for phrases, weights for the rank. Tokens are letters and digits alone (fold.ts): no quotation mark among them.
 * Of a text longer than a book, what PostgreSQL has no room for is left out, from its end.
 */
function vectorOf({ articleId, headline, about, body }: SearchDocument): string {
  const positions = new Map<string, string[]>()
  let position = 0
  let room = VECTOR_BYTES
  const add = (tokens: string[], weight: string) => {
    for (const token of tokens) {
      // Past the last position PostgreSQL has, words are found, but not as a phrase.
      position = Math.min(position + 1, LAST_POSITION)
      if (token === GAP) continue
      const known = positions.get(token)
      room -= known ? POSITION_BYTES : 3 * token.length + WORD_BYTES
      if (room < 0) return
      if (!known) positions.set(token, [position + weight])
      else if (known.length < MOST_POSITIONS) known.push(position + weight)
    }
    position++
  }
  add(headline, 'A')
  add(about, 'B')
  add(body, '')
  const words = [...positions].map(([token, places]) => `'${token}':${places.join(',')}`)
  return [...words, ...(articleId % SAMPLED ? [] : [`'${GAP}'`])].join(' ')
}

/** The mark alone stands in one document of so many. */
const SAMPLED = 16
const LAST_POSITION = 16_383
const MOST_POSITIONS = 255
/** A tsvector holds less than 1 MB of words (three bytes a letter at most) and positions. */
const VECTOR_BYTES = 1_000_000
const WORD_BYTES = 6
const POSITION_BYTES = 2

function expressionOf({ terms, excluded }: SearchQuery): string {
  return [...terms.map(anyOf), ...excluded.map((term) => `!${anyOf(term)}`)].join(' & ')
}

const anyOf = (term: Term) =>
  `(${term.map((sequence) => sequence.map((token) => `'${token}'`).join(' <-> ')).join(' | ')})`
