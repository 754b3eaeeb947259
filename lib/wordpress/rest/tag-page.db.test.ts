import { beforeAll, expect, test } from 'vitest'
import { recount } from '@/lib/archives/mutations'
import { replaceArticle } from '@/lib/articles/mutations'
import { transact } from '@/lib/invalidation'
import { runInPageContext } from '@/lib/page-context'
import { getSiteFacts } from '@/lib/site/facts'
import { addTags } from '@/lib/taxonomy/mutations'
import { nameForSorting } from '@/lib/taxonomy/sort-name-mutations'
import { addArticle, articleInput } from '@/lib/testing/articles'
import { testDatabase } from '@/lib/testing/test-database'
import { restAnswer } from './answer-queries'
import { OWN_NUMBERS } from './numbers'

const site = testDatabase()
const SITE = 'https://news.example'
const now = new Date('2026-11-22T12:00:00Z')

/** In the order of their names. */
const NAMES = ['18f checks in', '18f.gsa.gov', 'Ampel', 'ATO', 'Éclair', 'eel', 'Zebra', 'أخبار', 'بحر']
const numbers = new Map<string, number>()
let boat = 0

beforeAll(async () => {
  const { db } = site
  const named = ['drafts only', ...NAMES.toReversed()]
  const ids = await transact(db, (tx) =>
    addTags(
      tx,
      named.map((name, i) => ({ slug: `t${i}`, name, description: '' })),
    ),
  )
  const [draftTag = 0, ...tagIds] = ids
  // Two of them came from WordPress, where the one that was made here later is the older.
  await db.tag.updateMany({ where: { name: 'ATO' }, data: { wordpressId: 7 } })
  await db.tag.updateMany({ where: { name: 'eel' }, data: { wordpressId: 5 } })
  for (const [i, name] of named.entries()) numbers.set(name, OWN_NUMBERS + (ids[i] ?? 0))
  numbers.set('ATO', 7).set('eel', 5)
  await addArticle(db, { slug: 'draft', status: 'DRAFT', tagIds: [draftTag] })
  await addArticle(db, { slug: 'all', tagIds })
  boat = await addArticle(db, { slug: 'boat', tagIds: tagIds.slice(0, 2) })
})

async function ask(query: string) {
  const start = { db: site.db, facts: await getSiteFacts(site.db), siteUrl: SITE, now }
  const context = { requestId: '', url: '', clientAddress: '', queries: 0, tags: new Set<string>() }
  const asked = new URLSearchParams(query)
  const { body, headers } = await runInPageContext(context, () => restAnswer(start, '/wp-json/wp/v2/tags', asked))
  const names = (body as { name: string }[]).map(({ name }) => name)
  return { names, total: headers?.['x-wp-total'], statements: context.queries, tags: context.tags }
}

test('a page of all tags is sorted, cut and counted by the database, and tells of no draft', async () => {
  expect(await ask('per_page=4')).toMatchObject({ names: NAMES.slice(0, 4), total: '9', statements: 2 })
  expect(await ask('per_page=4&page=3')).toMatchObject({ names: NAMES.slice(8), total: '9', statements: 2 })
  expect(await ask('per_page=4&page=4')).toMatchObject({ names: [], total: '9', statements: 2 })
  expect((await ask('order=desc&per_page=2&offset=1')).names).toEqual(['أخبار', 'Zebra'])
  const { tags } = await ask('')
  expect([...tags]).toEqual(expect.arrayContaining(['archives:tag', 'tag names']))
})

test('by number WordPress’s come first, on whichever page the others begin', async () => {
  const own = NAMES.filter((name) => name !== 'ATO' && name !== 'eel').toReversed()
  const byNumber = ['eel', 'ATO', ...own]
  for (const [per, way] of [
    [2, 'asc'],
    [4, 'asc'],
    [3, 'desc'],
    [9, 'desc'],
  ] as const) {
    const all: string[] = []
    for (let page = 1; page <= Math.ceil(9 / per); page++) {
      const { names, statements } = await ask(`orderby=id&order=${way}&per_page=${per}&page=${page}`)
      expect(statements).toBeLessThanOrEqual(4)
      all.push(...names)
    }
    expect([per, way, all]).toEqual([per, way, way === 'asc' ? byNumber : byNumber.toReversed()])
  }
})

test('by address, and by how many articles there are', async () => {
  expect((await ask('orderby=slug&per_page=3')).names).toEqual(NAMES.toReversed().slice(0, 3))
  expect((await ask('orderby=count&order=desc&per_page=2')).names.toSorted()).toEqual(['أخبار', 'بحر'].toSorted())
})

test('without some, those that have no number in WordPress among them', async () => {
  const without = ['ATO', 'Zebra'].map((name) => numbers.get(name)).join()
  expect(await ask(`exclude=${without}&per_page=100`)).toMatchObject({
    names: NAMES.filter((name) => name !== 'ATO' && name !== 'Zebra'),
    total: '7',
  })
})

test('a tag is counted anew when an article leaves it', async () => {
  const counts = async () => {
    const tags = await site.db.tag.findMany({ orderBy: { sortName: 'desc' }, select: { published: true } })
    return tags.map(({ published }) => published).slice(0, 3)
  }
  expect(await counts()).toEqual([2, 2, 1])
  const { categories } = await getSiteFacts(site.db)
  await transact(site.db, async (tx) => {
    const input = articleInput({ slug: 'boat', status: 'WITHDRAWN' })
    await recount(tx, await replaceArticle(tx, boat, input, { timeZone: 'UTC', categories }))
  })
  expect(await counts()).toEqual([1, 1, 1])
})

test('tags from before they were sorted so are sorted at the next start', async () => {
  await site.db.tag.updateMany({ data: { sortName: '' } })
  expect((await ask('')).names).not.toEqual(NAMES)
  await nameForSorting(site.db)
  expect((await ask('')).names).toEqual(NAMES)
})
