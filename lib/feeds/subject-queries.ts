import { daysOf, parseDateAddress } from '@/lib/archives/date-address'
import { ALL, authorKey, categoryKey, tagKey } from '@/lib/archives/keys'
import { findMovedArchive } from '@/lib/archives/moved-queries'
import { findMeant } from '@/lib/articles/address-queries'
import { allPath, authorPath, categoryPath, datePath, searchPath, tagPath } from '@/lib/articles/paths'
import { canonicalLocale } from '@/lib/i18n/locale'
import { periodName } from '@/lib/i18n/period'
import { type Words, wordsFor } from '@/lib/i18n/words'
import { dependsOn } from '@/lib/page-context'
import { findArticles } from '@/lib/search/queries'
import { cleanQuery, parseQuery } from '@/lib/search/query'
import { authorBySlug } from '@/lib/site/facts'
import type { FileStart } from '@/lib/site/page-frame'
import { siteIn } from '@/lib/site/said'
import { getTag } from '@/lib/taxonomy/queries'
import { feedPath, searchFeedPath } from './address'
import { getArticleCommentsFeed, getCommentsFeed } from './comments-queries'
import { getCorrectionsFeed } from './corrections-queries'
import type { Feed, FeedFormat } from './feed'
import {
  FEED_ITEMS,
  type FeedHead,
  feedOf,
  getArchiveFeed,
  getDaysFeed,
  getLanguageFeed,
  getSiteFeed,
  readItems,
} from './queries'

/** The feed, or where another spelling of it leads; null where there is none. */
export type FoundFeed = Feed | { movedTo: string } | null

/** The feed of the page at a decoded path. `query`: the words of a search. */
export async function findFeed(start: FileStart, base: string, query: string, format: FeedFormat): Promise<FoundFeed> {
  const { db, facts, siteUrl } = start
  const segments = base.split('/').filter(Boolean)
  const [first = '', ...rest] = segments
  const kind = first.toLowerCase()
  if (!segments.length) return getSiteFeed(start)
  if (kind === 'category') return (await categoryFeed(start, rest.join('/'))) ?? movedFeed(start, base, format)
  if (kind === 'search') return searchFeed(start, rest, query, format)
  if (kind === 'tag' && rest.length === 1) {
    return (await tagFeed(start, rest[0] ?? '')) ?? movedFeed(start, base, format)
  }
  if (kind === 'author' && rest.length === 1) {
    return (await authorFeed(start, rest[0] ?? '')) ?? movedFeed(start, base, format)
  }
  if (!rest.length && kind === 'comments') return getCommentsFeed(db, facts, siteUrl)
  if (!rest.length && kind === 'corrections') return getCorrectionsFeed(db, facts, siteUrl)
  if (!rest.length && kind === 'all') {
    return archiveFeed(start, ALL, ({ all }) => ({ title: all, path: allPath() }))
  }
  return (
    (await dateFeed(start, segments, format)) ??
    (await articleFeed(start, base)) ??
    (rest.length ? null : languageFeed(start, first, format))
  )
}

/** Of an archive, in its own language or the site's; its title says which site it is of. */
function archiveFeed(
  start: FileStart,
  key: string,
  say: (words: Words) => Pick<FeedHead, 'title' | 'path'> & { description?: string },
  language = start.facts.site.locale,
): Promise<Feed> {
  const { title, path, description = '' } = say(wordsFor(language))
  const { name } = siteIn(start.facts.site, language)
  const head = { title: `${title} – ${name}`, path, description, language }
  return getArchiveFeed(start, key, head)
}

/** Of a category, tag or author that has another address by now. */
async function movedFeed({ db }: FileStart, base: string, format: FeedFormat): Promise<FoundFeed> {
  const path = await findMovedArchive(db, base)
  return path === null ? null : { movedTo: feedPath(path, format) }
}

async function categoryFeed(start: FileStart, path: string): Promise<Feed | null> {
  const { categories } = start.facts
  const category = categories.find(path)
  if (!category) return null
  const language = categories.chain(category.id).findLast(({ locale }) => locale !== null)?.locale ?? undefined
  const { name, description } = category
  const say = () => ({ title: name, description, path: categoryPath(category.path) })
  return archiveFeed(start, categoryKey(category.id), say, language)
}

async function tagFeed(start: FileStart, slug: string): Promise<Feed | null> {
  const tag = await getTag(start.db, slug)
  if (!tag) return null
  const { name, description } = tag
  return archiveFeed(start, tagKey(tag.id), () => ({ title: name, description, path: tagPath(tag.slug) }))
}

async function authorFeed(start: FileStart, slug: string): Promise<Feed | null> {
  const author = authorBySlug(start.facts, slug)
  if (!author) return null
  const say = (words: Words) => ({ title: words.authorArchive(author.name), path: authorPath(author.slug) })
  return archiveFeed(start, authorKey(author.id), say, author.locale ?? undefined)
}

async function dateFeed(start: FileStart, segments: string[], format: FeedFormat): Promise<FoundFeed> {
  const date = parseDateAddress(segments)
  if (!date) return null
  if ('movedTo' in date) return { movedTo: feedPath(datePath(date.movedTo), format) }
  const { locale, name } = start.facts.site
  const title = `${wordsFor(locale).archiveOf(periodName(date.digits, locale))} – ${name}`
  const head = { title, description: '', path: datePath(date.digits), language: locale }
  return getDaysFeed(start, ALL, daysOf(date.digits), head)
}

async function articleFeed({ db, siteUrl }: FileStart, base: string): Promise<Feed | null> {
  const article = await findMeant(db, base)
  return article && getArticleCommentsFeed(db, article, siteUrl)
}

/** "/ar/feed/": what is newest in another language; the site's own is the feed of the front. */
async function languageFeed(start: FileStart, tag: string, format: FeedFormat): Promise<FoundFeed> {
  const language = canonicalLocale(tag)
  if (language === undefined) return null
  return language === start.facts.site.locale ? { movedTo: feedPath('/', format) } : getLanguageFeed(start, language)
}

/** "/search/feed/?q=words"; WordPress's "/search/words/feed/" leads there. */
async function searchFeed(start: FileStart, rest: string[], asked: string, format: FeedFormat): Promise<FoundFeed> {
  const [inPath, ...more] = rest
  if (more.length) return null
  if (inPath !== undefined) return { movedTo: searchFeedPath(cleanQuery(inPath), format) }
  const query = cleanQuery(asked)
  if (!query) return null
  dependsOn('search')
  const { db, facts, siteUrl } = start
  const { articleIds } = await findArticles(db, parseQuery(query), 0, FEED_ITEMS)
  const { name, locale } = facts.site
  const title = `${wordsFor(locale).searchResultsFor(query)} – ${name}`
  const search = `?q=${encodeURIComponent(query)}`
  const head = { title, description: '', path: searchPath(''), language: locale, query: search }
  return feedOf(head, siteUrl, await readItems(start, articleIds))
}
