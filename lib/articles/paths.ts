import { parseDateAddress } from '@/lib/archives/date-address'
import type { Day } from '@/lib/calendar/days'

/** The patterns a site can write new addresses by; an article's own path is stored and outlives a change of them. */
export const PATH_PATTERNS = ['/%slug%/', '/%year%/%month%/%slug%/', '/%year%/%month%/%day%/%slug%/'] as const
export type PathPattern = (typeof PATH_PATTERNS)[number]

/** The path a new article gets. `day` is the day of publication in the site's zone. */
export function articlePath(pattern: PathPattern, slug: string, day: Day): string {
  const digits = String(day).padStart(8, '0')
  return pattern
    .replace('%year%', digits.slice(0, 4))
    .replace('%month%', digits.slice(4, 6))
    .replace('%day%', digits.slice(6))
    .replace('%slug%', () => slug)
}

/**
 * A path as it is stored and compared: every segment decoded, so that "%D8%B3" and "%d8%b3" are the same. A segment
 * that is no UTF-8, or that would hide a slash, stays as it came.
 */
export function decodePath(raw: string): string {
  return raw.split('/').map(decodeSegment).join('/')
}

export function decodeSegment(segment: string): string {
  try {
    const text = decodeURIComponent(segment)
    // Else encodePath could not tell what was escaped from what looks escaped.
    return /\/|%[0-9a-f]{2}/i.test(text) ? segment : text
  } catch {
    return segment
  }
}

/** A stored path as it stands in links and Location headers: ASCII, upper-case escapes. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeSegment).join('/')
}

/** What decodePath left escaped (an escape that is no UTF-8) is not escaped a second time. */
export function encodeSegment(segment: string): string {
  // A lone surrogate cannot be encoded, and cannot have come from an address.
  return segment
    .toWellFormed()
    .split(/(%[0-9A-Fa-f]{2})/)
    .map((part, i) => (i % 2 ? part : encodeURIComponent(part).replaceAll('%40', '@').replaceAll('%2C', ',')))
    .join('')
}

/**
 * What other spellings of an address have in common with the stored one: case, Unicode form, last slash, doubled
 * slashes, a trailing no-break space (pasted from text processors).
 */
export function foldPath(path: string): string {
  const folded = path
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[\s\u00a0]+(?=\/*$)/, '')
    .replace(/\/{2,}/g, '/')
    .replace(/\/+$/, '')
  return folded || '/'
}

/** First segments that belong to the site itself: no article's path may begin with one of them. */
const RESERVED = new Set([
  'all',
  'category',
  'tag',
  'author',
  'search',
  'page',
  'preview',
  'feed',
  'comments',
  'admin',
  'login',
  'media',
  'api',
  'wp-json',
  'oembed',
  'assets',
  '_next',
  'healthz',
  'readyz',
  'metrics',
  'webmention',
  'report-an-error',
  'feeds',
  'sitemaps',
  'sitemap.xml',
  'news-sitemap.xml',
  'site-files',
  '.well-known',
  'robots.txt',
  'ads.txt',
  'humans.txt',
  'security.txt',
  'site.webmanifest',
  'favicon.ico',
  'icon.svg',
  'apple-touch-icon.png',
  'site.css',
  'enhance.js',
  'demo',
])

/** True when the site answers the path itself, with something else than an article: /all/, /category/x/, /2026/11/. */
export function isReservedPath(path: string): boolean {
  const segments = foldPath(path).split('/').slice(1)
  const [first = ''] = segments
  return first === '' || RESERVED.has(first) || parseDateAddress(segments) !== undefined
}

export const allPath = (page = 1): string => `/all/${pagePart(page)}`
export const correctionsPath = (page = 1): string => `/corrections/${pagePart(page)}`
export const frontPath = (page = 1): string => `/${pagePart(page)}`
export const categoryPath = (path: string, page = 1): string => `/category/${encodePath(path)}/${pagePart(page)}`
export const tagPath = (slug: string, page = 1): string => `/tag/${encodeSegment(slug)}/${pagePart(page)}`
export const authorPath = (slug: string, page = 1): string => `/author/${encodeSegment(slug)}/${pagePart(page)}`

/** Archive of a year, a month or a day: as many parts of `digits` ("2026", "202611", "20261122") as there are. */
export function datePath(digits: string, page = 1): string {
  const parts = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)].filter(Boolean)
  return `/${parts.join('/')}/${pagePart(page)}`
}

export function searchPath(query: string, page = 1): string {
  const path = page > 1 ? `/search/page/${page}/` : '/search/'
  return query ? `${path}?q=${encodeURIComponent(query)}` : path
}

/** Page `page` of an article that its author parted with <!--nextpage-->. */
export const articlePagePath = (path: string, page: number): string =>
  page > 1 ? `${encodePath(path).replace(/\/*$/, '/')}${page}/` : encodePath(path)

/** Page `page` of a long discussion, as WordPress addresses it. */
export const discussionPath = (path: string, page: number): string =>
  page > 1 ? `${encodePath(path).replace(/\/*$/, '/')}comment-page-${page}/` : encodePath(path)

const pagePart = (page: number) => (page > 1 ? `page/${page}/` : '')
