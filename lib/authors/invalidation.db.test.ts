import { beforeAll, expect, test } from 'vitest'
import { authorKey } from '@/lib/archives/keys'
import { getArchivePage } from '@/lib/archives/queries'
import { getArticle } from '@/lib/articles/queries'
import type { Database } from '@/lib/db'
import { findFeed } from '@/lib/feeds/subject-queries'
import { getFront } from '@/lib/front/queries'
import { authorBySlug, getSiteFacts, type SiteFacts } from '@/lib/site/facts'
import { parseSitemapPath } from '@/lib/sitemaps/addresses'
import { readSitemap } from '@/lib/sitemaps/queries'
import { addArticles, articleInput } from '@/lib/testing/articles'
import { droppedAndChanged, type Pages } from '@/lib/testing/dropped-pages'
import { ines, must } from '@/lib/testing/newsroom'
import { readWhole } from '@/lib/testing/read-whole'
import { testDatabase } from '@/lib/testing/test-database'
import { seenOf } from './admin-queries'
import type { Author } from './author'
import { createAuthor, deleteAuthor, editAuthor } from './change-mutations'
import { mergeAuthor } from './merge-mutations'
import { findAuthors } from './queries'
import type { AuthorWords } from './schema'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')
const ids = { maren: 0, jonas: 0, twin: 0 }
const url = 'http://localhost'

const make = async (name: string) => must(await createAuthor(site.db, { name, slug: '' }, ines, now)).id

beforeAll(async () => {
  ids.maren = await make('Maren')
  ids.jonas = await make('Jonas')
  ids.twin = await make('Maren Twin')
  const by = (slug: string, ...authorIds: number[]) => articleInput({ slug, authorIds })
  await addArticles(site.db, [
    by('boat', ids.maren),
    by('both', ids.maren, ids.jonas),
    by('tram', ids.jonas),
    by('old', ids.twin),
  ])
})

const page = (read: (facts: SiteFacts, db: Database) => Promise<unknown>) => async (db: Database) =>
  read(await getSiteFacts(db), db)
/** Of the authors of a list a page shows the names, and where they lead. */
const named = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value ?? null, (key, one) =>
      key === 'authors' ? one.map(({ name, slug }: Author) => [name, slug]) : one,
    ),
  )
const article = (slug: string) => page((facts, db) => getArticle(db, `/${slug}/`, facts, now))
const archive = (slug: string) =>
  page(async (facts, db) => {
    const author = authorBySlug(facts, slug)
    return author ? [author, named(await getArchivePage(db, authorKey(author.id), 1, facts, now))] : 'nobody'
  })
const pages: Pages = {
  ...{ boat: article('boat'), both: article('both'), tram: article('tram'), old: article('old') },
  ...{ maren: archive('maren'), jonas: archive('jonas'), twin: archive('maren-twin') },
  front: page(async (facts, db) => named(await getFront(db, facts, now))),
  feed: page((facts, db) => findFeed({ db, facts, siteUrl: url, now }, '/', '', 'rss')),
  'sitemap of authors': page(async (facts, db) => {
    const name = parseSitemapPath('/sitemaps/authors.xml')
    const batches = name && (await readSitemap(db, facts, name, url))
    return batches && readWhole(batches)
  }),
  'found “maren”': page(async (facts) => findAuthors(facts, 'maren').map(({ name, slug }) => [name, slug])),
}

/** What a change drops is what it changes; answers its names. */
async function exactly(change: () => Promise<{ ok: boolean }>, alsoDropped: string[] = []): Promise<string[]> {
  const { dropped, changed } = await droppedAndChanged(site.db, pages, async () => must(await change()))
  expect(dropped.filter((name) => changed.includes(name) || !alsoDropped.includes(name))).toEqual(changed)
  return changed
}

async function edit(id: number, over: Partial<AuthorWords>) {
  const author = (await getSiteFacts(site.db)).authors.get(id)
  if (!author) throw new Error(`there is no author ${id}`)
  return editAuthor(site.db, { ...author, ...over, seen: seenOf(author) }, ines, now)
}
const SEARCH = 'found “maren”'

test('another bio: the author’s page, and the articles below which it stands', async () => {
  expect(await exactly(() => edit(ids.maren, { bio: 'Of the harbour.' }))).toEqual(['boat', 'both', 'maren'])
  expect(await exactly(() => edit(ids.maren, { beat: 'Ferries' }))).toEqual(['boat', 'both', 'maren'])
  expect(await exactly(() => edit(ids.jonas, { links: [{ label: 'J', url: 'https://j.example/' }] }))).toEqual([
    ...['both', 'tram', 'jonas'],
  ])
})

test('another name: every list too that says it, and whoever looked for the old one', async () => {
  const changed = await exactly(() => edit(ids.maren, { name: 'Maren Oldacre' }), ['sitemap of authors'])
  expect(changed).toEqual(['boat', 'both', 'maren', 'jonas', 'front', 'feed', SEARCH])
})

test('another spelling: who is found by it', async () => {
  const changed = await exactly(() => edit(ids.jonas, { spellings: ['Maren Jonas'] }))
  expect(changed).toEqual(['both', 'tram', 'jonas', SEARCH])
})

test('another address: what leads there', async () => {
  // Feeds say names alone.
  const changed = await exactly(() => edit(ids.twin, { slug: 'twin' }), ['feed'])
  expect(changed).toEqual(['old', 'twin', 'front', 'sitemap of authors', SEARCH])
})

test('nothing else: nothing', async () => {
  expect(await exactly(() => edit(ids.twin, {}))).toEqual([])
})

test('a new one and one that goes again: whoever might be meant by a name', async () => {
  const add = () => createAuthor(site.db, { name: 'Maren Fresh', slug: '' }, ines, now)
  // There the page of another was looked for, who may come at any time.
  await exactly(add, ['twin'])
  const { id } = await site.db.author.findUniqueOrThrow({ where: { slug: 'maren-fresh' } })
  const gone = await exactly(() => deleteAuthor(site.db, { id }, ines, now), ['twin', 'sitemap of authors'])
  expect(gone).toEqual([SEARCH])
})

test('merged into another: what named the one, and the lists of the other', async () => {
  const merge = () => mergeAuthor(site.db, { id: ids.twin, intoId: ids.maren }, ines, now)
  const changed = await exactly(merge, ['twin', 'boat', 'both'])
  expect(changed).toEqual(expect.arrayContaining(['old', 'maren', 'front', 'feed', 'sitemap of authors', SEARCH]))
  for (const name of ['tram', 'jonas']) expect(changed).not.toContain(name)
})

test('planted: a page that shows an author and does not say so is not dropped', async () => {
  pages.silent = (db) => db.author.findUnique({ where: { id: ids.maren } })
  const { dropped, changed } = await droppedAndChanged(site.db, pages, () => edit(ids.maren, { bio: 'Once more.' }))
  expect([dropped.includes('silent'), changed.includes('silent')]).toEqual([false, true])
})
