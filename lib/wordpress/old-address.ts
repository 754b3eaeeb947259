import { feedPath, formatOf } from '@/lib/feeds/address'
import type { FeedFormat } from '@/lib/feeds/feed'

/** Where an address of WordPress leads: to one of the site's own, encoded, or to the article it is a part of. */
export type OldAddress = { to: string } | { base: string; feed: FeedFormat | null }

const FILES: Record<string, string> = {
  '/index.php': '/',
  '/wp-rss.php': '/feed/',
  '/wp-rss2.php': '/feed/',
  '/wp-rdf.php': '/feed/',
  '/wp-feed.php': '/feed/',
  '/wp-atom.php': '/feed/atom/',
  '/wp-commentsrss2.php': '/comments/feed/',
  '/rss.xml': '/feed/',
  '/feed.xml': '/feed/',
  '/index.rdf': '/feed/',
  '/atom.xml': '/feed/atom/',
  '/feed.json': '/feed/json/',
}

/** Of WordPress itself, and of Yoast and its like: "/wp-sitemap-posts-post-1.xml", "/post-sitemap2.xml". */
const SITEMAP =
  /^\/(?:wp-sitemap[\w-]*|sitemap[_-]?index|sitemap\d+|main-sitemap|[\w-]+-sitemap\d*)\.(?:xml|xml\.gz|xsl)$/

const FEED_NAME = /^(.*\/)(rss2|rss|rdf|atom)\/*$/i
/** What WordPress has for parts and other forms of an article, and what here is the article itself. */
const PART = /^(.*[^/])\/(?:amp|trackback|embed|attachment\/[^/]+|comment-page-\d+|page\/\d+)\/*$/i
/** Behind one another: "/slug/comment-page-2/amp/". */
const MOST_PARTS = 4

/** Null for an address that is of no such kind. */
export function partOldAddress(path: string): OldAddress | null {
  const lower = path.toLowerCase().replace(/\/+$/, '')
  const file = FILES[lower]
  if (file !== undefined) return { to: file }
  if (SITEMAP.test(lower) || lower === '/sitemap.xml.gz') return { to: '/sitemap.xml' }
  const [, before = '', name] = FEED_NAME.exec(path) ?? []
  if (before === '/') return { to: feedPath('/', formatOf(name)) }
  const base = withoutParts(before || path)
  if (name !== undefined) return { base, feed: formatOf(name) }
  return base === path ? null : { base, feed: null }
}

function withoutParts(path: string): string {
  let base = path
  for (let i = 0; i < MOST_PARTS; i++) {
    const before = PART.exec(base)?.[1]
    if (before === undefined) break
    base = `${before}/`
  }
  return base
}
