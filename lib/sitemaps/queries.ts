import { z } from 'zod'
import { ALL, archiveTags, kindTag, readKey } from '@/lib/archives/keys'
import { displayText } from '@/lib/articles/display-text'
import { authorPath, categoryPath, correctionsPath, encodePath, tagPath } from '@/lib/articles/paths'
import { AUTHOR_ADDRESSES } from '@/lib/authors/shown-tags'
import { dayIn, monthOfDay } from '@/lib/calendar/days'
import type { Database } from '@/lib/db'
import { dependsOn, expiresAt } from '@/lib/page-context'
import type { SiteFacts } from '@/lib/site/facts'
import { TAG_ADDRESSES } from '@/lib/taxonomy/shown-tags'
import { NEWS_PATH, type SitemapName, sitemapPath, URLS_A_PART } from './addresses'
import { changedAt, isListed, shownImage, sitemapTag } from './changes'
import type { NewsUrl, SitemapUrl } from './xml'

type Listing = { path: string; changedAt: Date | null }

const TERMS = { categories: 'category', tags: 'tag', authors: 'author' } as const
type TermList = keyof typeof TERMS

const parts = (urls: number): number[] => Array.from({ length: Math.ceil(urls / URLS_A_PART) }, (_, i) => i + 1)

/**
 * All sitemaps that have something in them, but for the index itself. Seven queries, none of which counts articles: months
 * know how many they have.
 */
export async function listSitemaps(db: Database, facts: SiteFacts, now: Date): Promise<Listing[]> {
  dependsOn(...archiveTags(ALL), ...Object.values(TERMS).map(kindTag))
  const months = await db.archiveMonth.findMany({
    where: { key: ALL, articles: { gt: 0 } },
    orderBy: { month: 'desc' },
  })
  const [changes, pages, newest] = await Promise.all([
    db.sitemapMonth.findMany({ where: { month: { gte: months.at(-1)?.month ?? 0 } } }),
    countPages(db),
    findNewest(db, now, facts.site.timeZone),
  ])
  dependsOn(...months.map(({ month }) => sitemapTag(month)))
  const dates = new Map(changes.map((change) => [change.month, change.changedAt]))
  const listings: Listing[] = newest ? [{ path: NEWS_PATH, changedAt: newest }] : []
  const add = (name: SitemapName, at: Date | null) => listings.push({ path: sitemapPath(name), changedAt: at })
  for (const part of parts(pages + FIXED_PAGES.length)) add({ list: 'pages', part }, null)
  for (const list of Object.keys(TERMS) as TermList[]) {
    const urls = await db.archive.count({ where: termsOf(list, facts) })
    for (const part of parts(urls)) add({ list, part }, null)
  }
  for (const { month, articles } of months) {
    for (const part of parts(articles)) add({ list: 'articles', month, part }, dates.get(month) ?? null)
  }
  return listings
}

/** The addresses of one sitemap, a few at a time; null where there is no such part of it. */
export async function readSitemap(
  db: Database,
  facts: SiteFacts,
  name: SitemapName,
  siteUrl: string,
): Promise<AsyncIterable<SitemapUrl[]> | null> {
  if (name.list === 'articles') return readMonth(db, name.month, name.part, siteUrl)
  if (name.list === 'pages') return readPages(db, name.part, siteUrl)
  return readTerms(db, facts, name.list, name.part, siteUrl)
}

const skipTo = (part: number) => ({ skip: (part - 1) * URLS_A_PART, take: URLS_A_PART })

/** So many rows are in memory at once. */
const ROWS_AT_ONCE = 500

const listedSelect = {
  id: true,
  status: true,
  path: true,
  publishedAt: true,
  revisedAt: true,
  leadImage: true,
  missingImages: true,
  canonicalUrl: true,
  noIndex: true,
} as const

type Row = { path: string } & Parameters<typeof changedAt>[0] & Parameters<typeof shownImage>[0]

function urlOf(row: Row, siteUrl: string): SitemapUrl {
  const image = shownImage(row)
  return {
    url: siteUrl + encodePath(row.path),
    changedAt: changedAt(row),
    image: image === null ? null : siteUrl + encodePath(image),
  }
}

async function readMonth(db: Database, month: number, part: number, siteUrl: string) {
  dependsOn(sitemapTag(month))
  // Of the index alone: the part's place in its month is found by passing over numbers.
  const entries = await db.archiveEntry.findMany({
    where: { key: ALL, publishedDay: { gte: month * 100, lte: month * 100 + 31 } },
    orderBy: [{ publishedDay: 'asc' }, { publishedAt: 'asc' }, { articleId: 'asc' }],
    ...skipTo(part),
    select: { articleId: true },
  })
  const ids = entries.map(({ articleId }) => articleId)
  return ids.length ? readArticles(db, ids, siteUrl) : null
}

async function* readArticles(db: Database, ids: number[], siteUrl: string): AsyncGenerator<SitemapUrl[]> {
  for (let at = 0; at < ids.length; at += ROWS_AT_ONCE) {
    const some = ids.slice(at, at + ROWS_AT_ONCE)
    const rows = await db.article.findMany({ where: { id: { in: some } }, select: listedSelect })
    const byId = new Map(rows.map((row) => [row.id, row]))
    // Whether it is listed is asked here: with the status in the query SQLite reads the index of all published articles.
    yield some.flatMap((id) => {
      const row = byId.get(id)
      return row && isListed(row) ? [urlOf(row, siteUrl)] : []
    })
  }
}

/** What no row of the database stands for. */
const FIXED_PAGES = ['/', correctionsPath()]

const publicPages = { kind: 'PAGE', status: 'PUBLISHED', canonicalUrl: null, noIndex: false } as const

async function countPages(db: Database): Promise<number> {
  dependsOn(sitemapTag('pages'))
  return db.article.count({ where: publicPages })
}

async function readPages(db: Database, part: number, siteUrl: string) {
  dependsOn(sitemapTag('pages'))
  const { skip, take } = skipTo(part)
  const fixed = FIXED_PAGES.length
  const rows = await db.article.findMany({
    where: publicPages,
    orderBy: [{ publishedDay: 'asc' }, { publishedAt: 'asc' }, { id: 'asc' }],
    skip: Math.max(0, skip - fixed),
    take: part === 1 ? take - fixed : take,
    select: listedSelect,
  })
  const urls = rows.map((row) => urlOf(row, siteUrl))
  if (part === 1) urls.unshift(...FIXED_PAGES.map((path) => ({ url: siteUrl + path, changedAt: null, image: null })))
  return urls.length ? inOne(urls) : null
}

async function* inOne<T>(all: T[]): AsyncGenerator<T[]> {
  yield all
}

/** Keys of the archives of one kind: "-" is followed by "." in every order of letters that databases have. */
const keysOf = (list: TermList) => ({ gte: `${TERMS[list]}-`, lt: `${TERMS[list]}.` })

/** Without those that search engines are asked to leave out. */
const termsOf = (list: TermList, { crawlers }: SiteFacts) => ({
  key: keysOf(list),
  articles: { gte: crawlers.leastInArchive },
})

const newestSchema = z.array(z.tuple([z.number(), z.number(), z.number()]))

/** Archives of one kind with articles in them, each as old as the newest of those. */
async function readTerms(db: Database, facts: SiteFacts, list: TermList, part: number, siteUrl: string) {
  dependsOn(kindTag(TERMS[list]))
  const rows = await db.archive.findMany({
    where: termsOf(list, facts),
    orderBy: { key: 'asc' },
    ...skipTo(part),
    select: { key: true, newest: true },
  })
  const paths = await termPaths(
    db,
    facts,
    list,
    rows.map(({ key }) => readKey(key).id),
  )
  const urls = rows.flatMap(({ key, newest }): SitemapUrl[] => {
    const path = paths(readKey(key).id)
    const [first] = newestSchema.parse(newest)
    return path === undefined
      ? []
      : [{ url: siteUrl + path, changedAt: first ? new Date(first[2]) : null, image: null }]
  })
  return urls.length ? inOne(urls) : null
}

async function termPaths(db: Database, facts: SiteFacts, list: TermList, ids: number[]) {
  if (list === 'categories') return (id: number) => mapped(facts.categories.pathOf(id), (path) => categoryPath(path))
  if (list === 'authors') {
    dependsOn(AUTHOR_ADDRESSES)
    return (id: number) => mapped(facts.authors.get(id), ({ slug }) => authorPath(slug))
  }
  dependsOn(TAG_ADDRESSES)
  const slugs = new Map<number, string>()
  for (let at = 0; at < ids.length; at += ROWS_AT_ONCE) {
    const some = ids.slice(at, at + ROWS_AT_ONCE)
    const tags = await db.tag.findMany({ where: { id: { in: some } }, select: { id: true, slug: true } })
    for (const { id, slug } of tags) slugs.set(id, slug)
  }
  return (id: number) => mapped(slugs.get(id), (slug) => tagPath(slug))
}

const mapped = <T, R>(value: T | undefined, map: (value: T) => R): R | undefined =>
  value === undefined ? undefined : map(value)

const NEWS_MS = 48 * 3_600_000
/** As many as Google takes. */
const MOST_NEWS = 1_000

/** Entries of what was published in the last two days; the newest first. */
function newsEntries(db: Database, now: Date, timeZone: string, take: number) {
  const since = new Date(now.getTime() - NEWS_MS)
  // Whatever zone an article was dated in, a day further back holds it.
  const firstDay = dayIn(timeZone, new Date(since.getTime() - 86_400_000))
  dependsOn(...archiveTags(ALL), ...new Set([firstDay, dayIn(timeZone, now)].map((day) => sitemapTag(monthOfDay(day)))))
  return db.archiveEntry.findMany({
    where: { key: ALL, publishedDay: { gte: firstDay }, publishedAt: { gt: since, lte: now } },
    orderBy: [{ publishedDay: 'desc' }, { publishedAt: 'desc' }, { articleId: 'desc' }],
    take,
    select: { articleId: true, publishedAt: true },
  })
}

const outdated = (publishedAt: Date) => expiresAt(new Date(publishedAt.getTime() + NEWS_MS))

/** When the newest of the news was published; null where there is none. */
async function findNewest(db: Database, now: Date, timeZone: string): Promise<Date | null> {
  const [newest] = await newsEntries(db, now, timeZone, 1)
  if (newest) outdated(newest.publishedAt)
  return newest?.publishedAt ?? null
}

/** Articles of the last 48 hours, at most 1,000 (the newest win). True until the oldest of them is older. */
export async function listNews(db: Database, facts: SiteFacts, siteUrl: string, now: Date): Promise<NewsUrl[]> {
  const entries = await newsEntries(db, now, facts.site.timeZone, MOST_NEWS)
  if (!entries.length) return []
  const ids = entries.map(({ articleId }) => articleId)
  const rows = await db.article.findMany({
    where: { id: { in: ids } },
    select: {
      ...{ id: true, status: true, path: true, headline: true, locale: true, publishedAt: true, sourceSite: true },
      ...{ canonicalUrl: true, noIndex: true },
    },
  })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return entries.flatMap(({ articleId, publishedAt }) => {
    const row = byId.get(articleId)
    if (!row || !isListed(row)) return []
    outdated(publishedAt)
    const headline = displayText(row.headline, row.sourceSite)
    return [{ url: siteUrl + encodePath(row.path), publishedAt, headline, locale: row.locale }]
  })
}
