import { beforeAll, beforeEach, expect, test } from 'vitest'
import { ALL, authorKey, categoryKey, tagKey } from './archives/keys'
import { recount } from './archives/mutations'
import { getArchivePage } from './archives/queries'
import type { ArticleInput } from './articles/input'
import { replaceArticle } from './articles/mutations'
import { getArticle } from './articles/queries'
import { getSurroundings } from './articles/surroundings-queries'
import { addAuthors } from './authors/mutations'
import { insertComments, moderateComments, nextCommentId } from './comments/mutations'
import { countCorrections, listCorrections } from './corrections/queries'
import { getCommentsFeed } from './feeds/comments-queries'
import { getCorrectionsFeed } from './feeds/corrections-queries'
import { getSiteFeed } from './feeds/queries'
import { getFront } from './front/queries'
import { onInvalidation, transact } from './invalidation'
import { type PageContext, runInPageContext } from './page-context'
import { findReportable } from './reports/queries'
import { getSearchPage } from './search/queries'
import { authorBySlug, getSiteFacts, type SiteFacts } from './site/facts'
import { writeSetting } from './site/mutations'
import { parseSitemapPath } from './sitemaps/addresses'
import { listNews, listSitemaps, readSitemap } from './sitemaps/queries'
import { CategoryTree } from './taxonomy/category-tree'
import { addCategory, addTags } from './taxonomy/mutations'
import { addArticles, articleInput } from './testing/articles'
import { listComments } from './testing/comments'
import { readWhole } from './testing/read-whole'
import { testDatabase } from './testing/test-database'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')

let heard = new Set<string>()
onInvalidation((tags) => {
  for (const tag of tags) heard.add(tag)
})

const ids = { harbour: 0, council: 0, tag: 0, maren: 0, jonas: 0, boat: 0, ferry: 0, budget: 0 }
const inputs = new Map<number, ArticleInput>()

beforeAll(async () => {
  const category = { description: '', parentId: null }
  await transact(site.db, async (tx) => {
    ids.harbour = await addCategory(tx, { ...category, slug: 'harbour', path: 'harbour', name: 'Harbour', position: 0 })
    ids.council = await addCategory(tx, { ...category, slug: 'council', path: 'council', name: 'Council', position: 1 })
    const [tag = 0] = await addTags(tx, [{ slug: 'ferries', name: 'Ferries', description: '' }])
    ids.tag = tag
    const author = { bio: '', source: null }
    const [maren = 0, jonas = 0] = await addAuthors(tx, [
      { ...author, slug: 'maren', name: 'Maren' },
      { ...author, slug: 'jonas', name: 'Jonas' },
    ])
    Object.assign(ids, { maren, jonas })
  })
  const inHarbour = { primaryCategoryId: ids.harbour, categoryIds: [ids.harbour], authorIds: [ids.maren] }
  const written = [
    articleInput({ ...inHarbour, slug: 'boat', tagIds: [ids.tag], publishedAt: new Date('2026-11-20T08:00:00Z') }),
    articleInput({ ...inHarbour, slug: 'ferry', publishedAt: new Date('2026-11-21T08:00:00Z') }),
    articleInput({
      slug: 'budget',
      primaryCategoryId: ids.council,
      categoryIds: [ids.council],
      authorIds: [ids.jonas],
      publishedAt: new Date('2019-03-05T08:00:00Z'),
    }),
  ]
  const [boat = 0, ferry = 0, budget = 0] = await addArticles(site.db, written)
  Object.assign(ids, { boat, ferry, budget })
  for (const [i, id] of [boat, ferry, budget].entries()) inputs.set(id, written[i] ?? articleInput())
})

beforeEach(() => {
  heard = new Set()
})

type Read = (facts: SiteFacts) => Promise<unknown>

const articlePage =
  (slug: string): Read =>
  async (facts) => {
    const article = await getArticle(site.db, `/${slug}/`, facts, now)
    if (!article || 'withdrawn' in article) return
    await getSurroundings(site.db, article, facts, now)
    await listComments(site.db, article.id)
  }
const archive =
  (key: () => string, days?: { from: number; to: number }): Read =>
  (facts) =>
    getArchivePage(site.db, key(), 1, facts, now, days)

const sitemap =
  (file: string): Read =>
  async (facts) => {
    const name = parseSitemapPath(`/sitemaps/${file}.xml`)
    const batches = name && (await readSitemap(site.db, facts, name, 'http://localhost'))
    return batches && readWhole(batches)
  }

/** What each page reads, as its route does. */
const PAGES: Record<string, Read> = {
  boat: articlePage('boat'),
  ferry: articlePage('ferry'),
  budget: articlePage('budget'),
  missing: articlePage('new'),
  front: (facts) => getFront(site.db, facts, now),
  feed: (facts) => getSiteFeed({ db: site.db, facts, siteUrl: 'http://localhost', now }),
  all: archive(() => ALL),
  harbour: archive(() => categoryKey(ids.harbour)),
  council: archive(() => categoryKey(ids.council)),
  tag: archive(() => tagKey(ids.tag)),
  maren: archive(() => authorKey(ids.maren)),
  jonas: archive(() => authorKey(ids.jonas)),
  2026: archive(() => ALL, { from: 20260101, to: 20261231 }),
  2019: archive(() => ALL, { from: 20190101, to: 20191231 }),
  'March 2019': archive(() => ALL, { from: 20190301, to: 20190331 }),
  'sitemap of November': sitemap('articles-2026-11'),
  'sitemap of 2019': sitemap('articles-2019-03'),
  'sitemap of tags': sitemap('tags'),
  'sitemap of authors': sitemap('authors'),
  'sitemap of pages': sitemap('pages'),
  index: (facts) => listSitemaps(site.db, facts, now),
  news: (facts) => listNews(site.db, facts, 'http://localhost', now),
  'corrections log': async () => [await countCorrections(site.db), await listCorrections(site.db, 50)],
  'corrections feed': (facts) => getCorrectionsFeed(site.db, facts, 'http://localhost'),
  'report of budget': () => findReportable(site.db, ids.budget),
  'comments feed': (facts) => getCommentsFeed(site.db, facts, 'http://localhost'),
  search: (facts) => getSearchPage(site.db, 'paragraph', 1, facts, now),
  'no author': async (facts) => authorBySlug(facts, 'nobody'),
}
const EVERY = Object.keys(PAGES)

/** Names of the pages that are made anew after `change`. */
async function droppedBy(change: () => Promise<unknown>): Promise<string[]> {
  const tags = new Map<string, Set<string>>()
  for (const [name, read] of Object.entries(PAGES)) {
    const context: PageContext = { requestId: '', url: '', clientAddress: '', queries: 0, tags: new Set() }
    await runInPageContext(context, async () => read(await getSiteFacts(site.db)))
    tags.set(name, context.tags)
  }
  heard = new Set()
  await change()
  return EVERY.filter((name) => [...(tags.get(name) ?? [])].some((tag) => heard.has(tag)))
}

async function edit(id: number, over: Partial<ArticleInput>): Promise<void> {
  const input = { ...(inputs.get(id) ?? articleInput()), ...over }
  const categories = new CategoryTree(await site.db.category.findMany())
  await transact(site.db, async (tx) => {
    await recount(tx, await replaceArticle(tx, id, input, { timeZone: 'UTC', categories }))
  })
  inputs.set(id, input)
}

const but = (...names: string[]) => EVERY.filter((name) => !names.includes(name))
const only = (...names: string[]) => EVERY.filter((name) => names.includes(name))

test('another headline drops the pages that show it', async () => {
  const dropped = await droppedBy(() => edit(ids.budget, { headline: 'A budget, in the end' }))
  const shown = [
    'budget',
    'front',
    'feed',
    'all',
    'council',
    'jonas',
    '2019',
    'March 2019',
    'search',
    'report of budget',
  ]
  expect(dropped).toEqual(only(...shown, 'sitemap of 2019', 'index'))
})

test('a draft that is changed drops nothing', async () => {
  const [draft = 0] = await addArticles(site.db, [articleInput({ status: 'DRAFT' })])
  inputs.set(draft, articleInput({ status: 'DRAFT' }))
  expect(await droppedBy(() => edit(draft, { headline: 'Not yet' }))).toEqual([])
})

const inHarbourToday = [
  ...['boat', 'ferry', 'missing', 'front', 'feed', 'all', 'harbour', 'maren', '2026', 'search'],
  ...['sitemap of November', 'sitemap of authors', 'index', 'news'],
]

test('what is published drops the lists it stands in, its neighbours and the page that said it was not there', async () => {
  const fresh = articleInput({
    slug: 'new',
    primaryCategoryId: ids.harbour,
    categoryIds: [ids.harbour],
    authorIds: [ids.maren],
  })
  let id = 0
  const dropped = await droppedBy(async () => {
    ;[id = 0] = await addArticles(site.db, [fresh])
  })
  inputs.set(id, fresh)
  expect(dropped).toEqual(only(...inHarbourToday))
})

test('what is withdrawn leaves every list it stood in', async () => {
  const { id } = await site.db.article.findUniqueOrThrow({ where: { path: '/new/' } })
  const dropped = await droppedBy(() => edit(id, { status: 'WITHDRAWN' }))
  expect(dropped).toEqual(only(...inHarbourToday))
})

test('an article in another category drops both categories, and no author', async () => {
  const moved = { primaryCategoryId: ids.council, categoryIds: [ids.council] }
  const dropped = await droppedBy(() => edit(ids.ferry, moved))
  expect(dropped).toEqual(expect.arrayContaining(only('boat', 'ferry', 'budget', 'harbour', 'council')))
  expect(dropped).not.toContain('2019')
  expect(dropped).not.toContain('jonas')
})

test('a comment that is approved drops the pages that show it or count it; one that is held drops none', async () => {
  const comment = { articleId: ids.budget, parentId: null, kind: 'COMMENT', status: 'HELD', authorUrl: null } as const
  const words = { authorName: 'R.', text: 'Hear, hear.', email: 'r@example.org', address: '192.0.2.1', userAgent: '' }
  let id = 0
  const held = await droppedBy(() =>
    transact(site.db, async (tx) => {
      id = await nextCommentId(tx)
      await insertComments(tx, [{ ...comment, ...words, id, createdAt: now, moderatedBy: null, source: null }])
    }),
  )
  expect(held).toEqual([])
  const approved = await droppedBy(() => moderateComments(site.db, [id], 'approve', 'test', now))
  expect(approved).toEqual(expect.arrayContaining(['budget', 'comments feed']))
  expect(approved).not.toContain('boat')
  expect(approved).not.toContain('harbour')
})

test('a new author drops the page that said nobody of that name writes here, and no other', async () => {
  const ana = { slug: 'ana', name: 'Ana', bio: '', source: null }
  expect(await droppedBy(() => transact(site.db, (tx) => addAuthors(tx, [ana])))).toEqual(['no author'])
})

test('a setting stands on every page', async () => {
  const footer = { about: [], standards: [] }
  expect(await droppedBy(() => transact(site.db, (tx) => writeSetting(tx, 'footer', footer)))).toEqual(but())
})

test('planted: a page that does not say what it reads is not dropped', async () => {
  PAGES.silent = () => site.db.article.findUnique({ where: { id: ids.budget } })
  EVERY.push('silent')
  const dropped = await droppedBy(() => edit(ids.budget, { headline: 'Once more' }))
  expect(dropped).toContain('budget')
  expect(dropped).not.toContain('silent')
})
