import { createHash } from 'node:crypto'
import { env } from '@/lib/env'
import { getSiteFeed } from '@/lib/feeds/queries'
import { rss } from '@/lib/feeds/rss'
import { movedTo } from '@/lib/http/moved'
import { beginPage } from '@/lib/site/page-frame'

export const dynamic = 'force-dynamic'

/** RSS 2.0 of the site, answered with 304 to a reader that has it already. */
export async function GET(request: Request): Promise<Response> {
  if (movedTo('/feed/')) return new Response(null, { status: 200 })
  const { db, facts } = await beginPage()
  const feed = await getSiteFeed(db, facts, env().siteUrl)
  const body = rss(feed)
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const headers = {
    etag,
    'last-modified': feed.updatedAt.toUTCString(),
    'cache-control': 'public, max-age=0, must-revalidate',
  }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(body, { headers: { ...headers, 'content-type': 'application/rss+xml; charset=utf-8' } })
}
