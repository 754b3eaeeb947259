import type { FeedFormat } from './feed'

/** Of what there is a feed: the path of its page, and how it is written. */
export type FeedAddress = { base: string; format: FeedFormat }

/** WordPress has two older ways of RSS; who asks for them can read this one. */
const FORMATS: Record<string, FeedFormat> = { rss2: 'rss', rss: 'rss', rdf: 'rss', atom: 'atom', json: 'json' }

/** "/category/a/feed/atom/" is the Atom feed of "/category/a/"; null for what is no feed's address. */
export function partFeedAddress(path: string): FeedAddress | null {
  const match = /^(.*\/)feed(?:\/(rss2|rss|rdf|atom|json))?\/*$/i.exec(path)
  if (!match) return null
  const [, base = '/', format] = match
  return { base, format: formatOf(format) }
}

/** Of a name that WordPress has for a feed: "rss2", "comments-atom"; RSS for what is none. */
export const formatOf = (name: string | undefined): FeedFormat =>
  FORMATS[(name ?? '').toLowerCase().replace(/^comments-/, '')] ?? 'rss'

/**
 * Where the feed of another language than the site's own lives, as with Polylang and WPML: "/ar/feed/". There is no page at
 * it.
 */
export const languagePath = (locale: string): string => `/${locale}/`

/** Encoded path of the feed of the page at an encoded path. */
export function feedPath(base: string, format: FeedFormat = 'rss'): string {
  return `${base.replace(/\/*$/, '/')}feed/${format === 'rss' ? '' : `${format}/`}`
}

export const searchFeedPath = (query: string, format: FeedFormat = 'rss'): string =>
  `${feedPath('/search/', format)}?q=${encodeURIComponent(query)}`
