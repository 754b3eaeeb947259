import { monthOfDay } from '@/lib/calendar/days'
import { insertRows } from '@/lib/database/insert-rows'
import { readNewest } from '@/lib/database/newest-in-archives'
import { countTags } from '@/lib/database/tag-counts'
import type { Database, Tx } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { ALL, archiveTagsCounted, archiveTagsOn, authorKey, categoryKey, languageKey, readKey, tagKey } from './keys'

/** What decides where an article stands. Of an article that is not public `public` is false: it stands nowhere. */
export type Filing = {
  articleId: number
  public: boolean
  publishedDay: number | null
  publishedAt: Date | null
  locale: string
  authorIds: number[]
  /** Its categories and all above them. */
  categoryIds: Iterable<number>
  tagIds: number[]
}

/** Archives whose articles changed, and between which months they did. */
export type Touched = { keys: Set<string>; from: number; to: number }

const untouched = (): Touched => ({ keys: new Set(), from: Number.POSITIVE_INFINITY, to: 0 })

function touch(touched: Touched, key: string, publishedDay: number): void {
  touched.keys.add(key)
  touched.from = Math.min(touched.from, monthOfDay(publishedDay))
  touched.to = Math.max(touched.to, monthOfDay(publishedDay))
}

/**
 * Puts articles into their archives and takes them out of all others. What stands where it stood is left alone. The counts
 * are not touched: whoever calls this ends with `recount` for what it answers, in the same transaction, or in bulk with
 * `recountArchives` after it.
 */
export async function fileInArchives(tx: Tx, filings: Filing[]): Promise<Touched> {
  const touched = untouched()
  const where = { articleId: { in: filings.map(({ articleId }) => articleId) } }
  const before = new Map((await tx.archiveEntry.findMany({ where })).map((entry) => [placeOf(entry), entry]))
  const after = new Map(filings.flatMap(entriesOf).map((entry) => [placeOf(entry), entry]))
  const gone = [...before].flatMap(([place, entry]) => (after.has(place) ? [] : [entry]))
  const fresh = [...after].flatMap(([place, entry]) => (before.has(place) ? [] : [entry]))
  const moved = new Set([...gone, ...fresh].map(({ articleId }) => articleId))
  if (gone.length) await tx.archiveEntry.deleteMany({ where: { articleId: { in: [...moved] } } })
  const written = gone.length ? [...after.values()].filter(({ articleId }) => moved.has(articleId)) : fresh
  await insertRows(tx, 'ArchiveEntry', written)
  for (const { key, publishedDay } of [...gone, ...fresh]) {
    touch(touched, key, publishedDay)
    changed(tx, ...archiveTagsOn(key, publishedDay))
  }
  return touched
}

type Entry = { key: string; articleId: number; publishedDay: number; publishedAt: Date; position: number }

/** Equal for entries that make no difference to a reader. */
const placeOf = ({ key, articleId, publishedDay, publishedAt, position }: Entry): string =>
  `${articleId} ${key} ${publishedDay} ${publishedAt.getTime()} ${position}`

function entriesOf(filing: Filing): Entry[] {
  const { articleId, publishedDay, publishedAt } = filing
  if (!filing.public || publishedDay === null || publishedAt === null) return []
  return keysOf(filing).map((key) => ({ key, articleId, publishedDay, publishedAt, position: positionIn(key, filing) }))
}

function keysOf({ locale, authorIds, categoryIds, tagIds }: Filing): string[] {
  return [
    ALL,
    languageKey(locale),
    ...authorIds.map(authorKey),
    ...[...categoryIds].map(categoryKey),
    ...tagIds.map(tagKey),
  ]
}

function positionIn(key: string, { authorIds }: Filing): number {
  return Math.max(0, authorIds.map(authorKey).indexOf(key))
}

const KEYS_AT_ONCE = 50
const EVERY_MONTH = { from: 0, to: 999_912 }

/** Counts whole archives anew from their entries, right whatever was there before: after bulk work. */
export async function recountArchives(db: Database, keys: Iterable<string>): Promise<void> {
  const all = [...keys]
  for (let i = 0; i < all.length; i += KEYS_AT_ONCE) {
    const some = new Set(all.slice(i, i + KEYS_AT_ONCE))
    await transact(db, (tx) => recountWhole(tx, some))
  }
}

/** The same within a transaction that changed much of these archives. */
export async function recountWhole(tx: Tx, keys: Set<string>): Promise<void> {
  await recount(tx, { keys, ...EVERY_MONTH })
  changed(tx, ...[...keys].flatMap(archiveTagsCounted))
}

/** Counts the touched months of the touched archives anew; the entries decide. */
export async function recount(tx: Tx, { keys, from, to }: Touched): Promise<void> {
  if (keys.size === 0) return
  const among = { key: { in: [...keys] } }
  const counts = await countMonths(tx, among, from, to)
  await tx.archiveMonth.deleteMany({ where: { ...among, month: { gte: from, lte: to } } })
  await insertRows(tx, 'ArchiveMonth', counts)
  const totals = await tx.archiveMonth.groupBy({ by: ['key'], where: among, _sum: { articles: true } })
  const newest = await readNewest(tx, [...keys])
  await tx.archive.deleteMany({ where: among })
  await insertRows(
    tx,
    'Archive',
    totals.map(({ key, _sum }) => ({ key, articles: _sum.articles ?? 0, newest: newest.get(key) ?? [] })),
  )
  const tagIds = [...keys].map(readKey).flatMap(({ kind, id }) => (kind === 'tag' ? [id] : []))
  await countTags(tx, tagIds)
}

async function countMonths(tx: Tx, among: { key: { in: string[] } }, from: number, to: number) {
  const days = await tx.archiveEntry.groupBy({
    by: ['key', 'publishedDay'],
    where: { ...among, publishedDay: { gte: from * 100, lte: to * 100 + 31 } },
    _count: { _all: true },
  })
  const months = new Map<string, { key: string; month: number; articles: number }>()
  for (const { key, publishedDay, _count } of days) {
    const month = monthOfDay(publishedDay)
    const id = `${key} ${month}`
    const known = months.get(id)
    if (known) known.articles += _count._all
    else months.set(id, { key, month, articles: _count._all })
  }
  return [...months.values()]
}
