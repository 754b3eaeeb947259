import type { Prisma } from '@/generated/sqlite/client'
import type { Database } from '@/lib/db'
import type { SiteFacts } from '@/lib/site/facts'
import { partNumbers, sourcedNumber, termNumber } from './numbers'

/** Our ids of the categories and authors that these are the numbers of. */
export const ownCategories = ({ categories, numbers }: SiteFacts, asked: readonly number[]): number[] =>
  ownIds(
    [...categories].map(({ id }) => id),
    numbers.categories,
    asked,
  )
export const ownAuthors = ({ authors, numbers }: SiteFacts, asked: readonly number[]): number[] =>
  ownIds([...authors.keys()], numbers.authors, asked)

function ownIds(ids: number[], numbers: ReadonlyMap<number, number>, asked: readonly number[]): number[] {
  const byNumber = new Map(ids.map((id) => [termNumber(id, numbers.get(id)), id]))
  return asked.flatMap((number) => byNumber.get(number) ?? [])
}

/** Which tags can be meant by these numbers. */
export function numberedTags(asked: readonly number[]): Prisma.TagWhereInput {
  const { wordpress, own } = partNumbers(asked)
  const byOwn = { id: { in: own } }
  if (!wordpress.length) return byOwn
  // An alternative that nothing fits keeps SQLite from any index.
  return own.length ? { OR: [{ wordpressId: { in: wordpress } }, byOwn] } : { wordpressId: { in: wordpress } }
}

/** Those of other numbers: of what has none in WordPress no database says so by itself. */
export function otherTags(asked: readonly number[]): Prisma.TagWhereInput[] {
  const { wordpress, own } = partNumbers(asked)
  return [
    { OR: [{ wordpressId: null }, { wordpressId: { notIn: wordpress } }] },
    { OR: [{ wordpressId: { not: null } }, { id: { notIn: own } }] },
  ]
}

/** The same of tags. One query. */
export async function ownTags(db: Database, asked: readonly number[]): Promise<number[]> {
  const rows = await db.tag.findMany({
    where: numberedTags(asked),
    select: { id: true, wordpressId: true },
  })
  const byNumber = new Map(rows.map(({ id, wordpressId }) => [termNumber(id, wordpressId), id]))
  return asked.flatMap((number) => byNumber.get(number) ?? [])
}

/** The same of articles and pages, public or not; in the order of the numbers. One query. */
export async function ownArticles(db: Database, { numberedSite }: SiteFacts, asked: readonly number[]) {
  const { wordpress, own } = partNumbers(asked)
  const rows = await db.article.findMany({
    where: { OR: sources(numberedSite, wordpress, own) },
    select: { id: true, sourceSite: true, sourceId: true },
  })
  const byNumber = new Map(rows.map((row) => [sourcedNumber(row, numberedSite), row.id]))
  return asked.flatMap((number) => byNumber.get(number) ?? [])
}

/** Conditions of a row that is sourced: by its number there, or by our id. */
export const sources = (sourceSite: string | null, wordpress: number[], own: number[]) => [
  ...(sourceSite !== null && wordpress.length ? [{ sourceSite, sourceId: { in: wordpress } }] : []),
  { id: { in: own } },
]

/** Rows of other numbers: of one that came from nowhere no database says so by itself. */
export const otherSources = (sourceSite: string | null, wordpress: number[], own: number[]) => [
  { id: { notIn: own } },
  ...(sourceSite !== null && wordpress.length
    ? [{ OR: [{ sourceSite: null }, { sourceSite: { not: sourceSite } }, { sourceId: { notIn: wordpress } }] }]
    : []),
]
