import { languageKey } from '@/lib/archives/keys'
import { listNewestIds } from '@/lib/archives/queries'
import { writersOf } from '@/lib/articles/byline-roles'
import { readBylines } from '@/lib/articles/card-queries'
import { displayText } from '@/lib/articles/display-text'
import { drawBody } from '@/lib/articles/draw-body'
import { encodePath } from '@/lib/articles/paths'
import type { Database } from '@/lib/db'
import { wordsFor } from '@/lib/i18n/words'
import { type Image, isShown, parseImage, parseMissing } from '@/lib/media/image'
import { dependsOn } from '@/lib/page-context'
import type { SiteFacts } from '@/lib/site/facts'
import { typeset } from '@/lib/wordpress/text/typography'
import { absoluteAddresses, imageType } from './absolute'
import type { Feed, FeedItem } from './rss'

/** As WordPress has it. */
const ITEMS = 10

/** The newest articles of the site's language, with their whole text. Five queries. */
export async function getSiteFeed(db: Database, facts: SiteFacts, siteUrl: string): Promise<Feed> {
  const { site } = facts
  const key = languageKey(site.locale)
  const ids = ((await listNewestIds(db, [key])).get(key) ?? []).slice(0, ITEMS)
  const found = await db.article.findMany({
    where: { id: { in: ids } },
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
      tags: { select: { tag: { select: { name: true } } } },
    },
  })
  const rows = found.filter(({ status }) => status === 'PUBLISHED')
  const bylines = await readBylines(db, rows, facts)
  const items = rows
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map((row): FeedItem => {
      dependsOn(`article:${row.id}`)
      const url = siteUrl + encodePath(row.path)
      const missing = parseMissing(row.missingImages)
      const byline = bylines.get(row.id)
      const body = row.body.replaceAll('<!--nextpage-->', '')
      const html = drawBody(row.sourceSite ? typeset(body) : body, missing, wordsFor(row.locale))
      return {
        title: displayText(row.headline, row.sourceSite),
        url,
        guid: row.guid ?? url,
        publishedAt: row.publishedAt ?? new Date(0),
        creators: byline?.override ? [byline.override] : byline ? writersOf(byline).map(({ name }) => name) : [],
        categories: [
          ...row.categories.flatMap(({ categoryId }) => facts.categories.get(categoryId)?.name ?? []),
          ...row.tags.map(({ tag }) => tag.name),
        ],
        summary: displayText(row.excerpt, row.sourceSite),
        content: absoluteAddresses(html, siteUrl),
        comments: row.commentsOpen || row.commentCount ? { url: `${url}#comments`, count: row.commentCount } : null,
        image: feedImage(parseImage(row.leadImage), missing, siteUrl),
      }
    })
  return {
    title: site.name,
    url: `${siteUrl}/`,
    feedUrl: `${siteUrl}/feed/`,
    description: site.tagline,
    language: site.locale,
    updatedAt: newestOf(rows),
    items,
  }
}

function feedImage(image: Image | null, missing: ReadonlySet<string>, siteUrl: string): FeedItem['image'] {
  if (!image || !isShown(image.src, missing)) return null
  return { url: siteUrl + encodePath(image.src), type: imageType(image.src), width: image.width, height: image.height }
}

function newestOf(rows: { publishedAt: Date | null; revisedAt: Date | null }[]): Date {
  const times = rows.flatMap(({ publishedAt, revisedAt }) => [publishedAt?.getTime() ?? 0, revisedAt?.getTime() ?? 0])
  return new Date(Math.max(0, ...times))
}
