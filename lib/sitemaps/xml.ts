import { languageOf } from '@/lib/i18n/locale'
import { escapeXml } from '@/lib/markup/escape'

/** An address as a sitemap lists it, absolute. */
export type SitemapUrl = { url: string; changedAt: Date | null; image: string | null }
export type NewsUrl = { url: string; publishedAt: Date; headline: string; locale: string }

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
const IMAGE = 'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
const NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'

/** The index of all sitemaps (sitemaps.org). */
export function sitemapIndex(sitemaps: { url: string; changedAt: Date | null }[]): string {
  const items = sitemaps.map(({ url, changedAt }) => `<sitemap>${loc(url)}${lastmod(changedAt)}</sitemap>\n`)
  return `${HEAD}<sitemapindex ${SITEMAP}>\n${items.join('')}</sitemapindex>\n`
}

/** A sitemap in pieces, as they are read: no list is ever held whole. */
export async function* urlset(batches: AsyncIterable<SitemapUrl[]>): AsyncGenerator<string> {
  yield `${HEAD}<urlset ${SITEMAP} ${IMAGE}>\n`
  for await (const batch of batches) yield batch.map(urlElement).join('')
  yield '</urlset>\n'
}

function urlElement({ url, changedAt, image }: SitemapUrl): string {
  const picture = image === null ? '' : `<image:image><image:loc>${escapeXml(image)}</image:loc></image:image>`
  return `<url>${loc(url)}${lastmod(changedAt)}${picture}</url>\n`
}

/**
 * Google News sitemap of what `listNews` found. Times are UTC, W3C format.
 * Source: developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap
 */
export function newsSitemap(news: NewsUrl[], publication: string): string {
  const items = news.map(
    ({ url, publishedAt, headline, locale }) =>
      `<url>${loc(url)}<news:news><news:publication><news:name>${escapeXml(publication)}</news:name>` +
      `<news:language>${newsLanguage(locale)}</news:language></news:publication>` +
      `<news:publication_date>${publishedAt.toISOString()}</news:publication_date>` +
      `<news:title>${escapeXml(headline)}</news:title></news:news></url>\n`,
  )
  return `${HEAD}<urlset ${SITEMAP} ${NEWS}>\n${items.join('')}</urlset>\n`
}

/** Two or three letters, but for the two Chineses. */
function newsLanguage(locale: string): string {
  const language = languageOf(locale)
  if (language !== 'zh') return language
  return /^zh-(TW|HK|MO|Hant)/i.test(locale) ? 'zh-tw' : 'zh-cn'
}

const loc = (url: string) => `<loc>${escapeXml(url)}</loc>`
const lastmod = (at: Date | null) => (at ? `<lastmod>${at.toISOString()}</lastmod>` : '')
