import { archiveTags, languageKey } from '@/lib/archives/keys'
import { listNewestIds } from '@/lib/archives/queries'
import { writersOf } from '@/lib/articles/byline-roles'
import { readBylines } from '@/lib/articles/card-queries'
import { displayText } from '@/lib/articles/display-text'
import { categoryPath, encodePath } from '@/lib/articles/paths'
import { isShownOpen } from '@/lib/comments/shown-open'
import { type Image, parseImage, parseMissing } from '@/lib/media/image'
import { isShown } from '@/lib/media/shown'
import { dependsOn } from '@/lib/page-context'
import { AUTHORS_TAG } from '@/lib/site/facts'
import type { FileStart } from '@/lib/site/page-frame'
import { siteIn } from '@/lib/site/said'
import { changedAt } from '@/lib/sitemaps/changes'
import { tagTag } from '@/lib/taxonomy/shown-tags'
import { hubOf } from '@/lib/telling/settings'
import { imageType } from './absolute'
import { feedPath, languagePath } from './address'
import { type Feed, type FeedItem, latestOf } from './feed'
import { wholeText } from './whole-text'

/** As WordPress has it. */
export const FEED_ITEMS = 10

/** What a feed says of itself. `path` is that of its page, encoded. */
export type FeedHead = { title: string; description: string; path: string; language: string; query?: string }

export function feedOf({ path, query = '', ...head }: FeedHead, siteUrl: string, items: FeedItem[]): Feed {
  const url = siteUrl + path + query
  return { ...head, url, feedUrl: siteUrl + feedPath(path), query, hub: null, updatedAt: latestOf(items), items }
}

/** The newest articles of the site's language, with their whole text. Five queries. */
export async function getSiteFeed(start: FileStart): Promise<Feed> {
  const { name, tagline, locale } = start.facts.site
  const head = { title: name, description: tagline, path: '/', language: locale }
  return getArchiveFeed(start, languageKey(locale), head)
}

/**
 * The newest articles of another language, on a site that says so in that language as far as it can; null for a language
 * that nothing here is in. Five queries.
 */
export async function getLanguageFeed(start: FileStart, language: string): Promise<Feed | null> {
  const { site, categories, authors } = start.facts
  const { name, tagline } = siteIn(site, language)
  const head = { title: name, description: tagline, path: languagePath(language), language }
  const feed = await getArchiveFeed(start, languageKey(language), head)
  const sections = [...categories].filter(({ locale }) => locale === language)
  dependsOn(AUTHORS_TAG)
  const isSpoken = sections.length > 0 || [...authors.values()].some(({ locale }) => locale === language)
  if (!feed.items.length && !isSpoken) return null
  const home = sections.find(({ parentId }) => parentId === null)
  return { ...feed, url: start.siteUrl + (home ? categoryPath(home.path) : '/') }
}

/** The newest articles of an archive. */
export async function getArchiveFeed(start: FileStart, key: string, head: FeedHead): Promise<Feed> {
  const { db, facts, siteUrl } = start
  const ids = (await listNewestIds(db, [key])).get(key) ?? []
  const feed = feedOf(head, siteUrl, await readItems(start, ids.slice(0, FEED_ITEMS)))
  // Of these the hub hears (lib/telling/send-mutations.ts).
  return { ...feed, hub: hubOf(facts.telling) }
}

/** The newest articles of some days of an archive; null where nothing was published then. */
export async function getDaysFeed(
  start: FileStart,
  key: string,
  days: { from: number; to: number },
  head: FeedHead,
): Promise<Feed | null> {
  dependsOn(...archiveTags(key, days))
  const entries = await start.db.archiveEntry.findMany({
    where: { key, publishedDay: { gte: days.from, lte: days.to } },
    orderBy: [{ publishedDay: 'desc' }, { publishedAt: 'desc' }, { articleId: 'desc' }],
    take: FEED_ITEMS,
    select: { articleId: true },
  })
  if (!entries.length) return null
  const ids = entries.map(({ articleId }) => articleId)
  return feedOf(head, start.siteUrl, await readItems(start, ids))
}

/** Articles with their whole text, in the order of `ids`. Three queries. */
export async function readItems(start: FileStart, ids: readonly number[]): Promise<FeedItem[]> {
  const { db, facts, siteUrl, now } = start
  const found = await db.article.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      status: true,
      path: true,
      headline: true,
      excerpt: true,
      body: true,
      locale: true,
      guid: true,
      publishedAt: true,
      revisedAt: true,
      bylineOverride: true,
      leadImage: true,
      missingImages: true,
      sourceSite: true,
      commentsOpen: true,
      commentCount: true,
      categories: { select: { categoryId: true } },
      tags: { select: { tag: { select: { id: true, name: true } } } },
    },
  })
  const rows = found.filter(({ status }) => status === 'PUBLISHED')
  const bylines = await readBylines(db, rows, facts)
  return rows
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map((row): FeedItem => {
      dependsOn(`article:${row.id}`, ...row.tags.map(({ tag }) => tagTag(tag.id)))
      const url = siteUrl + encodePath(row.path)
      const missing = parseMissing(row.missingImages)
      const byline = bylines.get(row.id)
      const publishedAt = row.publishedAt ?? new Date(0)
      const isDiscussed = row.commentCount > 0 || isShownOpen(row, facts.comments, now)
      return {
        title: displayText(row.headline, row.sourceSite),
        url,
        guid: row.guid ?? url,
        publishedAt,
        changedAt: changedAt(row) ?? publishedAt,
        creators: byline?.override ? [byline.override] : byline ? writersOf(byline).map(({ name }) => name) : [],
        categories: [
          ...row.categories.flatMap(({ categoryId }) => facts.categories.named(categoryId)?.name ?? []),
          ...row.tags.map(({ tag }) => tag.name),
        ],
        locale: row.locale,
        summary: displayText(row.excerpt, row.sourceSite),
        content: wholeText(row, siteUrl),
        comments: isDiscussed ? { url: `${url}#comments`, feedUrl: feedPath(url), count: row.commentCount } : null,
        image: feedImage(parseImage(row.leadImage), missing, siteUrl),
      }
    })
}

function feedImage(image: Image | null, missing: ReadonlySet<string>, siteUrl: string): FeedItem['image'] {
  if (!image || !isShown(image.src, missing)) return null
  return { url: siteUrl + encodePath(image.src), type: imageType(image.src), width: image.width, height: image.height }
}
