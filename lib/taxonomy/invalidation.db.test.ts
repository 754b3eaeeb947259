import { beforeAll, expect, test } from 'vitest'
import { ALL, categoryKey, tagKey } from '@/lib/archives/keys'
import { getArchivePage } from '@/lib/archives/queries'
import { getArticle } from '@/lib/articles/queries'
import { getSurroundings } from '@/lib/articles/surroundings-queries'
import type { Database } from '@/lib/db'
import { findFeed } from '@/lib/feeds/subject-queries'
import { getFront } from '@/lib/front/queries'
import { getSearchPage } from '@/lib/search/queries'
import { getSiteFacts, type SiteFacts } from '@/lib/site/facts'
import { beginPageOf } from '@/lib/site/page-frame'
import { editionsOf, sectionsOf } from '@/lib/site/sections'
import { parseSitemapPath } from '@/lib/sitemaps/addresses'
import { listSitemaps, readSitemap } from '@/lib/sitemaps/queries'
import { addArticles, articleInput } from '@/lib/testing/articles'
import { droppedAndChanged, type Pages } from '@/lib/testing/dropped-pages'
import { ines, must } from '@/lib/testing/newsroom'
import { readWhole } from '@/lib/testing/read-whole'
import { testDatabase } from '@/lib/testing/test-database'
import { createCategory, deleteCategory, editCategory } from './category-mutations'
import { mergeCategory, placeCategory } from './move-mutations'
import { getTag } from './queries'
import { createTag, editTag, mergeTag } from './tag-change-mutations'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')
const url = 'http://localhost'
const ids = { harbour: 0, ferries: 0, night: 0, council: 0, works: 0, boats: 0, trams: 0 }

const words = (name: string) => ({ name, slug: '', description: '', locale: null })
const make = async (name: string, parentId: number | null) =>
  must(await createCategory(site.db, { ...words(name), parentId }, ines, now)).id

beforeAll(async () => {
  ids.harbour = await make('Harbour', null)
  ids.ferries = await make('Ferries', ids.harbour)
  ids.night = await make('Night', ids.ferries)
  ids.council = await make('Council', null)
  ids.works = await make('Works', ids.council)
  ids.boats = must(await createTag(site.db, words('Boats'), ines, now)).id
  ids.trams = must(await createTag(site.db, words('Trams'), ines, now)).id
  const filed = (slug: string, id: number, day: string, tagIds: number[] = []) =>
    articleInput({ slug, primaryCategoryId: id, categoryIds: [id], publishedAt: new Date(day), tagIds })
  await addArticles(site.db, [
    filed('quay', ids.harbour, '2026-11-01T08:00:00Z'),
    filed('ferry', ids.ferries, '2026-11-02T08:00:00Z', [ids.boats]),
    filed('lamp', ids.night, '2026-11-03T08:00:00Z'),
    filed('budget', ids.council, '2019-03-05T08:00:00Z'),
    filed('bridge', ids.works, '2019-04-05T08:00:00Z', [ids.trams]),
  ])
})

/** A page with masthead and footer, as every route of pages begins. */
const page = (read: (facts: SiteFacts, db: Database) => Promise<unknown>) => async (db: Database) => {
  const { facts } = await beginPageOf(db, url)
  const content = await read(facts, db)
  return [content, [...sectionsOf(facts), ...editionsOf(facts)].map(({ name, path }) => [name, path])]
}
const file = (read: (facts: SiteFacts, db: Database) => Promise<unknown>) => async (db: Database) =>
  read(await getSiteFacts(db), db)

const article = (slug: string) =>
  page(async (facts, db) => {
    const view = await getArticle(db, `/${slug}/`, facts, now)
    return view && !('withdrawn' in view) ? [view, await getSurroundings(db, view, facts, now)] : view
  })
/** At whatever address it has before the change: nobody asks for a page at one that is not there yet. */
const addresses = new Map<number, string>()
const category = (key: keyof typeof ids) =>
  page(async ({ categories, ...facts }, db) => {
    const found = categories.find(addresses.get(ids[key]) ?? '')
    if (!found) return 'missing'
    const named = ({ name, path: at }: { name: string; path: string }) => [name, at]
    const archive = await getArchivePage(db, categoryKey(ids[key]), 1, { categories, ...facts }, now)
    const { name, description } = found
    return [name, description, categories.chain(found.id).map(named), categories.children(found.id).map(named), archive]
  })
const feed = (key?: keyof typeof ids) =>
  file((facts, db) => {
    const path = key ? `/category/${addresses.get(ids[key])}/` : '/'
    return findFeed({ db, facts, siteUrl: url, now }, path, '', 'rss')
  })
const sitemap = (name: string) =>
  file(async (facts, db) => {
    const parsed = parseSitemapPath(`/sitemaps/${name}.xml`)
    const batches = parsed && (await readSitemap(db, facts, parsed, url))
    return batches && readWhole(batches)
  })

const slugs = new Map<number, string>()

const pages: Pages = {
  ...{ quay: article('quay'), ferry: article('ferry'), lamp: article('lamp') },
  ...{ budget: article('budget'), bridge: article('bridge') },
  harbour: category('harbour'),
  ferries: category('ferries'),
  night: category('night'),
  council: category('council'),
  works: category('works'),
  front: page((facts, db) => getFront(db, facts, now)),
  all: page((facts, db) => getArchivePage(db, ALL, 1, facts, now)),
  2026: page((facts, db) => getArchivePage(db, ALL, 1, facts, now, { from: 20260101, to: 20261231 })),
  2019: page((facts, db) => getArchivePage(db, ALL, 1, facts, now, { from: 20190101, to: 20191231 })),
  search: page((facts, db) => getSearchPage(db, 'paragraph', 1, facts, now)),
  boats: page(async (facts, db) => [
    await getTag(db, 'boats'),
    await getArchivePage(db, tagKey(ids.boats), 1, facts, now),
  ]),
  trams: page(async (facts, db) => [
    await getTag(db, 'trams'),
    await getArchivePage(db, tagKey(ids.trams), 1, facts, now),
  ]),
  'site feed': feed(),
  'feed of ferries': feed('ferries'),
  'feed of council': feed('council'),
  'sitemap of categories': sitemap('categories'),
  'sitemap of tags': sitemap('tags'),
  'sitemap of November': sitemap('articles-2026-11'),
  index: file((facts, db) => listSitemaps(db, facts, now)),
}

/** What a change drops is what it changes; answers its names. */
async function exactly(change: () => Promise<{ ok: boolean }>, alsoDropped: string[] = []): Promise<string[]> {
  for (const { id, path } of await site.db.category.findMany()) addresses.set(id, path)
  for (const { id, slug } of await site.db.tag.findMany()) slugs.set(id, slug)
  const { dropped, changed } = await droppedAndChanged(site.db, pages, async () => must(await change()))
  const isExcused = (name: string) => alsoDropped.includes(name) && !changed.includes(name)
  expect(dropped.filter((name) => !isExcused(name))).toEqual(changed)
  return changed
}

const before = async (id: number) => {
  const { name, slug, description, locale } = await site.db.category.findUniqueOrThrow({ where: { id } })
  return { id, name, slug, description, locale }
}
const edit = async (id: number, over: object) => editCategory(site.db, { ...(await before(id)), ...over }, ines, now)

test('another name below the top: the pages that say it, and none of the other half of the site', async () => {
  const changed = await exactly(() => edit(ids.night, { name: 'By night' }))
  expect(changed).toEqual(expect.arrayContaining(['lamp', 'ferries', 'night', 'front', 'site feed']))
  expect(changed).not.toEqual(expect.arrayContaining(['council']))
  for (const name of ['budget', 'bridge', 'council', 'works', '2019', 'trams', 'index', 'feed of council'])
    expect(changed).not.toContain(name)
})

test('another name at the top stands on every page, and in no sitemap', async () => {
  const changed = await exactly(() => edit(ids.council, { name: 'City hall' }))
  expect(Object.keys(pages).filter((name) => !changed.includes(name))).toEqual([
    'feed of ferries',
    'sitemap of categories',
    'sitemap of tags',
    'sitemap of November',
    'index',
  ])
})

test('another description: its own page and its own feed', async () => {
  expect(await exactly(() => edit(ids.ferries, { description: 'Boats that cross.' }))).toEqual([
    'ferries',
    'feed of ferries',
  ])
})

test('another address: what links there, all below it included', async () => {
  const changed = await exactly(() => edit(ids.ferries, { slug: 'crossings' }))
  expect(changed).toEqual(
    expect.arrayContaining(['ferry', 'lamp', 'harbour', 'ferries', 'night', 'sitemap of categories']),
  )
  for (const name of ['budget', 'bridge', 'council', '2019', 'sitemap of November']) expect(changed).not.toContain(name)
  await exactly(() => edit(ids.ferries, { slug: 'ferries' }))
})

test('another order below one: that one’s page', async () => {
  const fresh = await make('Pilots', ids.harbour)
  const place = { id: fresh, parentId: ids.harbour, beforeId: ids.ferries }
  expect(await exactly(() => placeCategory(site.db, place, ines, now))).toEqual(['harbour'])
  expect(await exactly(() => deleteCategory(site.db, { id: fresh }, ines, now))).toEqual(['harbour'])
})

test('a new one below another: that other’s page; one at the top: every page', async () => {
  const add = (name: string, parentId: number | null) => () =>
    createCategory(site.db, { ...words(name), parentId }, ines, now)
  expect(await exactly(add('Bells', ids.council))).toEqual(['council'])
  expect(await exactly(add('Sport', null))).toEqual(expect.arrayContaining(['lamp', 'bridge', '2019']))
  for (const name of ['Bells', 'Sport']) {
    const { id } = await site.db.category.findFirstOrThrow({ where: { name } })
    must(await deleteCategory(site.db, { id }, ines, now))
  }
})

// The index counts the lists of categories and hears of all their archives; the front reads the newest of each section, and
// may arrange them as before.
const counts = ['index', 'front']

test('moved below another: both places, its articles, and nobody else’s', async () => {
  const place = { id: ids.night, parentId: ids.works, beforeId: null }
  const changed = await exactly(() => placeCategory(site.db, place, ines, now), counts)
  expect(changed).toEqual(expect.arrayContaining(['lamp', 'ferries', 'works', 'council', 'harbour']))
  for (const name of ['budget', '2019', 'trams', 'boats']) expect(changed).not.toContain(name)
  const back = { id: ids.night, parentId: ids.ferries, beforeId: null }
  await exactly(() => placeCategory(site.db, back, ines, now), counts)
})

test('merged into another: what showed the one, and the lists of the other', async () => {
  const changed = await exactly(() => mergeCategory(site.db, { id: ids.night, intoId: ids.works }, ines, now), counts)
  expect(changed).toEqual(expect.arrayContaining(['lamp', 'bridge', 'night', 'ferries', 'works', 'council']))
  for (const name of ['budget', '2019', 'boats', 'sitemap of November']) expect(changed).not.toContain(name)
})

test('a tag’s name: the articles that have it, their feeds, its page', async () => {
  const { name, slug, description } = await site.db.tag.findUniqueOrThrow({ where: { id: ids.boats } })
  const renamed = { id: ids.boats, name: 'Vessels', slug, description }
  const changed = await exactly(() => editTag(site.db, renamed, ines, now))
  expect(changed).toEqual(['ferry', 'boats', 'site feed', 'feed of ferries'])
  const moved = { ...renamed, name, slug: 'vessels' }
  expect(await exactly(() => editTag(site.db, moved, ines, now))).toContain('sitemap of tags')
})

test('a tag merged into another: what has either', async () => {
  const merge = () => mergeTag(site.db, { id: ids.boats, intoId: ids.trams }, ines, now)
  const changed = await exactly(merge, counts)
  expect(changed).toEqual(expect.arrayContaining(['ferry', 'trams', 'sitemap of tags']))
  for (const name of ['lamp', 'budget', 'bridge', 'council']) expect(changed).not.toContain(name)
})

test('planted: a page that looks past the tree hears of nothing, and is seen', async () => {
  pages.silent = (db) => db.category.findUnique({ where: { id: ids.ferries } })
  const { dropped, changed } = await droppedAndChanged(site.db, pages, () => edit(ids.ferries, { name: 'Boats' }))
  expect([dropped.includes('silent'), changed.includes('silent')]).toEqual([false, true])
})
