import { ALL, archiveTags, authorKey, categoryKey, languageKey, tagKey } from '@/lib/archives/keys'
import { readBylines } from '@/lib/articles/card-queries'
import { displayText } from '@/lib/articles/display-text'
import { authorPath, categoryPath, encodePath, tagPath } from '@/lib/articles/paths'
import { isShownOpen } from '@/lib/comments/shown-open'
import type { Database } from '@/lib/db'
import { wholeText } from '@/lib/feeds/whole-text'
import { canonicalLocale } from '@/lib/i18n/locale'
import { parseImage, parseMissing } from '@/lib/media/image'
import { isShown } from '@/lib/media/shown'
import { dependsOn } from '@/lib/page-context'
import type { FileStart } from '@/lib/site/page-frame'
import { changedAt } from '@/lib/sitemaps/changes'
import { imageOf } from './image'
import type { Article } from './schemas'

export type ArticlesAsked = {
  category?: number | undefined
  tag?: number | undefined
  author?: number | undefined
  language?: string | undefined
}
/** Where a page of articles ended. */
export type Place = { day: number; at: Date; id: number }

/** Archives that all of what is asked for stands in, the smallest kind first. */
function keysOf({ tag, author, category, language }: ArticlesAsked): [string, ...string[]] {
  const [first, ...more] = [
    ...(tag ? [tagKey(tag)] : []),
    ...(author ? [authorKey(author)] : []),
    ...(category ? [categoryKey(category)] : []),
    ...(language ? [languageKey(canonicalLocale(language) ?? language)] : []),
  ]
  return first === undefined ? [ALL] : [first, ...more]
}

/** Places of the newest articles after another one: whichever page it is, an index begins there. One query. */
export async function listPlaces(
  db: Database,
  asked: ArticlesAsked,
  after: Place | null,
  take: number,
): Promise<Place[]> {
  const [key, ...more] = keysOf(asked)
  dependsOn(...[key, ...more].flatMap((one) => archiveTags(one)))
  const rows = await db.archiveEntry.findMany({
    where: {
      key,
      ...(after && {
        publishedDay: { lte: after.day },
        OR: [
          { publishedDay: { lt: after.day } },
          { publishedAt: { lt: after.at } },
          { publishedAt: after.at, articleId: { lt: after.id } },
        ],
      }),
      ...(more.length && { article: { AND: more.map((one) => ({ archiveEntries: { some: { key: one } } })) } }),
    },
    orderBy: [{ publishedDay: 'desc' }, { publishedAt: 'desc' }, { articleId: 'desc' }],
    take,
    select: { articleId: true, publishedDay: true, publishedAt: true },
  })
  return rows.map(({ articleId, publishedDay, publishedAt }) => ({ id: articleId, day: publishedDay, at: publishedAt }))
}

/** The published articles among these, in their order. Four queries. */
export async function readArticles(start: FileStart, ids: readonly number[], withBody: boolean): Promise<Article[]> {
  if (!ids.length) return []
  const { db, facts, siteUrl, now } = start
  const found = await db.article.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...{ id: true, kind: true, status: true, path: true, headline: true, kicker: true, dek: true, excerpt: true },
      ...{ label: true, locale: true, bylineOverride: true, publishedAt: true, revisedAt: true, leadImage: true },
      ...{ missingImages: true, sourceSite: true, wordCount: true, commentsOpen: true, commentCount: true },
      primaryCategoryId: true,
      body: withBody,
      categories: { select: { categoryId: true } },
      tags: { select: { tag: { select: { id: true, slug: true, name: true } } } },
    },
  })
  dependsOn(...ids.map((id) => `article:${id}`))
  const rows = found.filter(({ kind, status }) => kind === 'ARTICLE' && status === 'PUBLISHED')
  if (!rows.length) return []
  const bylines = await readBylines(db, rows, facts)
  const category = (id: number) => {
    const one = facts.categories.get(id)
    return one ? [{ id, name: one.name, url: siteUrl + categoryPath(one.path) }] : []
  }
  const articles = rows.map((row): Article => {
    const shown = (text: string) => displayText(text, row.sourceSite)
    const publishedAt = row.publishedAt ?? new Date(0)
    const image = parseImage(row.leadImage)
    dependsOn(...row.tags.map(({ tag }) => `tag:${tag.id}`))
    const { id, kicker, label, wordCount, commentCount } = row
    return {
      id,
      url: siteUrl + encodePath(row.path),
      headline: shown(row.headline),
      kicker,
      dek: row.dek === null ? null : shown(row.dek),
      excerpt: shown(row.excerpt),
      label,
      language: row.locale,
      publishedAt: publishedAt.toISOString(),
      changedAt: (changedAt(row) ?? publishedAt).toISOString(),
      authors: (bylines.get(id)?.authors ?? []).map(({ id: author, name, slug }) => ({
        id: author,
        name,
        url: siteUrl + authorPath(slug),
      })),
      byline: row.bylineOverride,
      category: row.primaryCategoryId === null ? null : (category(row.primaryCategoryId)[0] ?? null),
      categories: row.categories.flatMap(({ categoryId }) => category(categoryId)),
      tags: row.tags.map(({ tag }) => ({ id: tag.id, name: tag.name, url: siteUrl + tagPath(tag.slug) })),
      image: image && isShown(image.src, parseMissing(row.missingImages)) ? imageOf(image, siteUrl) : null,
      wordCount,
      commentsOpen: isShownOpen(row, facts.comments, now),
      commentCount,
      ...(withBody && { bodyHtml: wholeText(row, siteUrl) }),
    }
  })
  const places = new Map(ids.map((id, place) => [id, place]))
  return articles.sort((a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0))
}
