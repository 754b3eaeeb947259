import { articlePath, decodePath, decodeSegment, PATH_PATTERNS, type PathPattern } from '@/lib/articles/paths'
import type { Day } from '@/lib/calendar/days'

/** Where WordPress keeps files, and where an archive's are addressed here as they always were. */
export const UPLOADS = '/wp-content/uploads/'

/** An address without its last slashes: what a site is known by. */
export const withoutLastSlash = (address: string): string => address.replace(/\/+$/, '')

/** Host and port in lower case; null where the address has none. */
export function hostOf(address: string, base?: string): string | null {
  return URL.canParse(address, base) ? new URL(address, base).host.toLowerCase() || null : null
}

/** The host, and the same with or without "www.". */
export function withTwin(host: string): string[] {
  return [host, host.startsWith('www.') ? host.slice('www.'.length) : `www.${host}`]
}

/**
 * Where a post lived, as paths are stored here: exactly as its link has it, decoded. Null where the link is not an
 * address of its own: "/?p=12" of drafts and of sites without permalinks. Of several slashes at the beginning one is
 * kept: WordPress writes such links of some pages below another, and a browser takes "//a/" for a host.
 */
export function linkPath(link: string, base: string): string | null {
  if (!link || !URL.canParse(link, base)) return null
  const { pathname, search, protocol } = new URL(link, base)
  return search || !/^https?:$/.test(protocol) ? null : decodePath(pathname.replace(/^\/+/, '/'))
}

/** The decoded path of a file on the site, or null where the address could lead outside of the folder it is kept in. */
export function filePath(pathname: string): string | null {
  const path = decodePath(pathname)
  const isSound = path.startsWith('/') && !path.endsWith('/') && !/\0|\\|\/\/|(?:^|\/)\.\.?(?:\/|$)/.test(path)
  return isSound ? path : null
}

/** Which of the patterns that new addresses are written by a post's own follows. */
export function patternOf(path: string, slug: string, day: Day): PathPattern | null {
  return PATH_PATTERNS.find((pattern) => articlePath(pattern, slug, day) === path) ?? null
}

export const lastSegment = (path: string): string => path.split('/').filter(Boolean).at(-1) ?? ''

/** A slug as WordPress stores it, percent-encoded, as it is stored here. */
export const decodeSlug = (slug: string): string => decodeSegment(slug.trim())

/** The path with "-2" (or a higher number) behind its last part, or behind its first where that is what stands in the way. */
export function numberedPath(path: string, number: number, part: 'first' | 'last'): string {
  const segments = path.split('/')
  const index = part === 'first' ? 1 : segments.findLastIndex(Boolean)
  return segments.map((segment, i) => (i === index ? `${segment}-${number}` : segment)).join('/')
}
