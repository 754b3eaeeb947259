import { beforeAll, expect, test } from 'vitest'
import { replaceArticle } from '@/lib/articles/mutations'
import { transact } from '@/lib/invalidation'
import { getSiteFacts, type SiteFacts } from '@/lib/site/facts'
import { addArticle, addArticles, articleInput } from '@/lib/testing/articles'
import { testDatabase } from '@/lib/testing/test-database'
import { ALL, authorKey, categoryKey, PAGE_SIZE } from './keys'
import { recount, recountArchives } from './mutations'
import { getArchivePage, listNewestIds } from './queries'

const site = testDatabase()
const now = new Date('2026-11-22T12:00:00Z')
const ids = { harbour: 0, ferries: 0, author: 0 }
let facts: SiteFacts

const DAY_MS = 86_400_000
/** 237 articles, one every four and a half days and three on every tenth day, some at the same moment. */
const moments = Array.from(
  { length: 237 },
  (_, i) => new Date(now.getTime() - Math.floor(i / 3) * 4.5 * DAY_MS - (i % 2) * 3_600_000),
)

beforeAll(async () => {
  const { id: harbour } = await site.db.category.create({ data: { slug: 'harbour', path: 'harbour', name: 'Harbour' } })
  const data = { slug: 'ferries', path: 'harbour/ferries', name: 'Ferries', parentId: harbour }
  const { id: ferries } = await site.db.category.create({ data })
  const { id: author } = await site.db.author.create({ data: { slug: 'maren', name: 'Maren' } })
  Object.assign(ids, { harbour, ferries, author })
  await addArticles(
    site.db,
    moments.map((publishedAt, i) =>
      articleInput({ publishedAt, categoryIds: i % 3 ? [ferries] : [], authorIds: i % 5 ? [] : [author] }),
    ),
  )
  facts = await getSiteFacts(site.db)
})

/** All ids of an archive as its pages have them. */
async function read(key: string, days?: { from: number; to: number }): Promise<number[]> {
  const read: number[] = []
  for (let page = 1; ; page++) {
    const archive = await getArchivePage(site.db, key, page, facts, now, days)
    if (!archive) return read
    read.push(...archive.articles.map(({ id }) => id))
    if (page < archive.pages) expect(archive.articles).toHaveLength(PAGE_SIZE)
  }
}

/** The same, asked of the articles themselves. */
async function expected(where: object): Promise<number[]> {
  const rows = await site.db.article.findMany({
    where: { kind: 'ARTICLE', status: 'PUBLISHED', ...where },
    orderBy: [{ publishedDay: 'desc' }, { publishedAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

test('page after page an archive is the whole list, newest first, nothing twice', async () => {
  expect(await read(ALL)).toEqual(await expected({}))
})

test('a category lists what is filed below it', async () => {
  const filed = await expected({ categories: { some: { categoryId: ids.ferries } } })
  expect(await read(categoryKey(ids.ferries))).toEqual(filed)
  expect(await read(categoryKey(ids.harbour))).toEqual(filed)
})

test('an author’s archive is the author’s', async () => {
  expect(await read(authorKey(ids.author))).toEqual(await expected({ bylines: { some: { authorId: ids.author } } }))
})

test('days, months and years are the parts of the list that they name', async () => {
  for (const [from, to] of [
    [20261122, 20261122],
    [20261101, 20261131],
    [20250101, 20251231],
  ] as const) {
    expect(await read(ALL, { from, to })).toEqual(await expected({ publishedDay: { gte: from, lte: to } }))
  }
})

test('past the last page there is nothing, and an empty archive has one empty page', async () => {
  expect(await getArchivePage(site.db, ALL, 1000, facts, now)).toBeNull()
  expect(await getArchivePage(site.db, 'tag-999', 1, facts, now)).toMatchObject({ total: 0, pages: 1, articles: [] })
})

test('a draft and a standing page are in no archive', async () => {
  const before = await read(ALL)
  await addArticle(site.db, { status: 'DRAFT' })
  await addArticle(site.db, { kind: 'PAGE' })
  expect(await read(ALL)).toEqual(before)
})

test('an article that is withdrawn or moves to another day leaves its old place', async () => {
  const id = await addArticle(site.db, { publishedAt: new Date('2026-11-22T11:00:00Z'), categoryIds: [ids.ferries] })
  expect(await read(categoryKey(ids.harbour))).toContain(id)
  const replace = (over: object) =>
    transact(site.db, async (tx) => {
      const input = articleInput({ slug: `moved-${id}`, ...over })
      await recount(tx, await replaceArticle(tx, id, input, { timeZone: 'UTC', categories: facts.categories }))
    })
  await replace({ publishedAt: new Date('2020-02-02T11:00:00Z'), categoryIds: [ids.ferries] })
  expect(await read(ALL, { from: 20200202, to: 20200202 })).toEqual([id])
  expect(await read(ALL)).toEqual(await expected({}))
  await replace({ status: 'WITHDRAWN' })
  expect(await read(ALL)).not.toContain(id)
  expect(await read(categoryKey(ids.harbour))).not.toContain(id)
})

test('the newest are known without reading the list', async () => {
  const newest = await listNewestIds(site.db, [ALL, categoryKey(ids.ferries)])
  expect(newest.get(ALL)).toEqual((await expected({})).slice(0, 12))
})

test('counts that drifted are made right again', async () => {
  await site.db.archiveMonth.updateMany({ where: { key: ALL }, data: { articles: 1 } })
  expect(await read(ALL)).not.toEqual(await expected({}))
  await recountArchives(site.db, [ALL])
  expect(await read(ALL)).toEqual(await expected({}))
})

test('23:30 in Tehran belongs to that day there, and stays where it is when the clocks change', async () => {
  const late = new Date('2026-03-21T20:00:00Z')
  const [id = 0] = await addArticles(site.db, [articleInput({ publishedAt: late })], 'Asia/Tehran')
  expect(await read(ALL, { from: 20260321, to: 20260321 })).toContain(id)
  const berlin = new Date('2026-10-25T22:30:00Z')
  const [other = 0] = await addArticles(site.db, [articleInput({ publishedAt: berlin })], 'Europe/Berlin')
  expect(await read(ALL, { from: 20261025, to: 20261025 })).toContain(other)
})
