import { beforeAll, expect, test } from 'vitest'
import { recount } from '@/lib/archives/mutations'
import type { ArticleInput } from '@/lib/articles/input'
import { replaceArticle } from '@/lib/articles/mutations'
import { addAuthors } from '@/lib/authors/mutations'
import { transact } from '@/lib/invalidation'
import { type PageContext, runInPageContext } from '@/lib/page-context'
import { getSiteFacts } from '@/lib/site/facts'
import { writeSetting } from '@/lib/site/mutations'
import { CategoryTree } from '@/lib/taxonomy/category-tree'
import { addCategory, addTags } from '@/lib/taxonomy/mutations'
import { addArticle, articleInput } from '@/lib/testing/articles'
import { readWhole } from '@/lib/testing/read-whole'
import { testDatabase } from '@/lib/testing/test-database'
import { parseSitemapPath } from './addresses'
import { listNews, listSitemaps, readSitemap } from './queries'
import type { SitemapUrl } from './xml'

const site = testDatabase()
const SITE = 'https://news.example'
const now = new Date('2026-11-23T12:00:00Z')
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

const filed: Partial<ArticleInput> = {}
const boat = articleInput({
  slug: 'boat',
  leadImage: { src: '/demo/قارب.svg', alt: '', caption: '', credit: '', width: 3, height: 2 },
  publishedAt: hoursAgo(6),
  revisedAt: hoursAgo(2),
})
let boatId = 0

beforeAll(async () => {
  await transact(site.db, async (tx) => {
    const names = { slug: 'harbour', path: 'harbour', name: 'Harbour', description: '', position: 0, parentId: null }
    const categoryId = await addCategory(tx, names)
    await addCategory(tx, { ...names, slug: 'empty', path: 'empty', name: 'Empty', position: 1 })
    const tagIds = await addTags(tx, [
      { slug: 'ferries', name: 'Ferries', description: '' },
      { slug: 'unused', name: 'Unused', description: '' },
    ])
    const authorIds = await addAuthors(tx, [{ slug: 'maren', name: 'Maren', bio: '', source: null }])
    Object.assign(filed, { primaryCategoryId: categoryId, categoryIds: [categoryId], authorIds, tagIds: [tagIds[0]] })
  })
  boatId = await addArticle(site.db, { ...boat, ...filed })
  await addArticle(site.db, { slug: 'old', publishedAt: new Date('2019-03-05T08:00:00Z') })
  await addArticle(site.db, { slug: 'draft', status: 'DRAFT', publishedAt: null })
  await addArticle(site.db, { slug: 'about', kind: 'PAGE', publishedAt: hoursAgo(1_000) })
})

async function list(path: string): Promise<SitemapUrl[] | null> {
  const name = parseSitemapPath(path)
  const batches = name && (await readSitemap(site.db, await getSiteFacts(site.db), name, SITE))
  return batches && readWhole(batches)
}

const index = async (at = now) => listSitemaps(site.db, await getSiteFacts(site.db), at)
const pathsOf = (listings: { path: string }[]) => listings.map(({ path }) => path)

test('the index names what has something in it: news first, then pages, terms, and months from the newest', async () => {
  expect(pathsOf(await index())).toEqual([
    '/news-sitemap.xml',
    '/sitemaps/pages.xml',
    '/sitemaps/categories.xml',
    '/sitemaps/tags.xml',
    '/sitemaps/authors.xml',
    '/sitemaps/articles-2026-11.xml',
    '/sitemaps/articles-2019-03.xml',
  ])
})

test('without news the index does not name theirs, which is empty', async () => {
  const later = new Date('2026-12-24T12:00:00Z')
  expect(pathsOf(await index(later))).not.toContain('/news-sitemap.xml')
  expect(await listNews(site.db, await getSiteFacts(site.db), SITE, later)).toEqual([])
})

test('a month is dated by the last change of its articles, and each article by its own', async () => {
  const november = (await index()).find(({ path }) => path.includes('2026-11'))
  expect(november?.changedAt).toEqual(hoursAgo(2))
  expect(await list('/sitemaps/articles-2026-11.xml')).toEqual([
    { url: `${SITE}/boat/`, changedAt: hoursAgo(2), image: `${SITE}/demo/%D9%82%D8%A7%D8%B1%D8%A8.svg` },
  ])
})

test('pages stand with the front, and terms only with articles', async () => {
  expect((await list('/sitemaps/pages.xml'))?.map(({ url }) => url)).toEqual([
    `${SITE}/`,
    `${SITE}/corrections/`,
    `${SITE}/about/`,
  ])
  const newest = { changedAt: hoursAgo(6), image: null }
  expect(await list('/sitemaps/categories.xml')).toEqual([{ url: `${SITE}/category/harbour/`, ...newest }])
  expect(await list('/sitemaps/tags.xml')).toEqual([{ url: `${SITE}/tag/ferries/`, ...newest }])
  expect(await list('/sitemaps/authors.xml')).toEqual([{ url: `${SITE}/author/maren/`, ...newest }])
})

test('a month without articles, and a part too many, is not there', async () => {
  for (const path of ['articles-2026-10', 'articles-2026-11-part-2', 'tags-part-2', 'pages-part-2'])
    expect([path, await list(`/sitemaps/${path}.xml`)]).toEqual([path, null])
})

test('news is what was published in the last 48 hours, to the millisecond', async () => {
  const names = async (at: Date) =>
    (await listNews(site.db, await getSiteFacts(site.db), SITE, at)).map(({ url }) => url)
  const end = new Date(hoursAgo(6).getTime() + 48 * 3_600_000)
  expect(await names(new Date(end.getTime() - 1))).toEqual([`${SITE}/boat/`])
  expect(await names(end)).toEqual([])
  const context: PageContext = { requestId: '', url: '', clientAddress: '', queries: 0, tags: new Set() }
  await runInPageContext(context, () => names(now))
  expect(context.expiresAt).toEqual(end)
})

test('what is withdrawn leaves its list, whose date says that it changed', async () => {
  const before = new Date()
  const categories = new CategoryTree(await site.db.category.findMany())
  const write = (over: Partial<ArticleInput>) =>
    transact(site.db, async (tx) => {
      const input = { ...boat, ...filed, ...over }
      await recount(tx, await replaceArticle(tx, boatId, input, { timeZone: 'UTC', categories }))
    })
  await write({ status: 'WITHDRAWN' })
  expect(await list('/sitemaps/articles-2026-11.xml')).toBeNull()
  const month = await site.db.sitemapMonth.findUniqueOrThrow({ where: { month: 202611 } })
  expect(month.changedAt >= before).toBe(true)
  await write({})
})

test('planted: an entry of what is no longer public lists nothing', async () => {
  await site.db.article.update({ where: { id: boatId }, data: { status: 'DRAFT' } })
  expect(await list('/sitemaps/articles-2026-11.xml')).toEqual([])
  expect(await listNews(site.db, await getSiteFacts(site.db), SITE, now)).toEqual([])
})

test('terms with fewer articles than search engines are to find are in none', async () => {
  const terms = ['/sitemaps/categories.xml', '/sitemaps/tags.xml', '/sitemaps/authors.xml']
  const set = (leastInArchive: number) => transact(site.db, (tx) => writeSetting(tx, 'crawlers', { leastInArchive }))
  for (const path of terms) expect([path, (await list(path))?.length]).toEqual([path, 1])
  await set(2)
  for (const path of terms) expect([path, await list(path)]).toEqual([path, null])
  for (const path of terms) expect(pathsOf(await index())).not.toContain(path)
  await set(1)
  expect(pathsOf(await index())).toEqual(expect.arrayContaining(terms))
})
