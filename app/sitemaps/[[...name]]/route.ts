import { movedTo } from '@/lib/http/moved'
import { requestPath } from '@/lib/http/request-path'
import { missingAnswer, movedAnswer, streamed, textAnswer } from '@/lib/http/text-answer'
import { beginFile } from '@/lib/site/page-frame'
import { INDEX_PATH, NEWS_PATH, parseSitemapPath, sitemapPath } from '@/lib/sitemaps/addresses'
import { listNews, listSitemaps, readSitemap } from '@/lib/sitemaps/queries'
import { newsSitemap, sitemapIndex, urlset } from '@/lib/sitemaps/xml'

export const dynamic = 'force-dynamic'

const XML = 'application/xml'

/** "/sitemap.xml", "/news-sitemap.xml" (next.config.js) and the lists that the first of them names. */
export async function GET(request: Request): Promise<Response> {
  const path = (requestPath() ?? new URL(request.url).pathname).toLowerCase().replace(/\/+$/, '')
  if (path === INDEX_PATH) return sendIndex()
  if (path === NEWS_PATH) return sendNews()
  const name = parseSitemapPath(path)
  if (!name) return missingAnswer()
  if (movedTo(sitemapPath(name))) return movedAnswer()
  const { db, facts, siteUrl } = await beginFile()
  const batches = await readSitemap(db, facts, name, siteUrl)
  return batches ? textAnswer(streamed(urlset(batches)), XML) : missingAnswer()
}

async function sendIndex(): Promise<Response> {
  if (movedTo(INDEX_PATH)) return movedAnswer()
  const { db, facts, now, siteUrl } = await beginFile()
  const sitemaps = await listSitemaps(db, facts, now)
  return textAnswer(sitemapIndex(sitemaps.map((sitemap) => ({ ...sitemap, url: siteUrl + sitemap.path }))), XML)
}

/** Without news it is empty, and the index does not name it. */
async function sendNews(): Promise<Response> {
  if (movedTo(NEWS_PATH)) return movedAnswer()
  const { db, facts, now, siteUrl } = await beginFile()
  return textAnswer(newsSitemap(await listNews(db, facts, siteUrl, now), facts.site.name), XML)
}
