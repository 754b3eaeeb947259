import { env } from '@/lib/env'
import { getSiteFeed } from '@/lib/feeds/queries'
import { rss } from '@/lib/feeds/rss'
import { movedTo } from '@/lib/http/moved'
import { beginPage } from '@/lib/site/page-frame'

export const dynamic = 'force-dynamic'

/** RSS 2.0 of the site. */
export async function GET(): Promise<Response> {
  if (movedTo('/feed/')) return new Response(null, { status: 200 })
  const { db, facts } = await beginPage()
  const feed = await getSiteFeed(db, facts, env().siteUrl)
  return new Response(rss(feed), {
    headers: {
      'content-type': 'application/rss+xml; charset=utf-8',
      'last-modified': feed.updatedAt.toUTCString(),
    },
  })
}
