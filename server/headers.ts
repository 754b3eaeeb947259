import type { OutgoingHttpHeaders } from 'node:http'
import type { Env } from '@/lib/env'

/** Readers run nothing but our own files: a script that got into a text stays a text. No nonce, so a page can be kept. */
const READER_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "media-src 'self'",
  "font-src 'self'",
  "manifest-src 'self'",
  "connect-src 'self'",
  'frame-src https://www.youtube-nocookie.com https://player.vimeo.com',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * A page of readers that is no reader's yet. Within the newsroom it stands in a frame, where nothing can be sent; to others
 * it shows no frame, and tells no site that it links to where it was read.
 */
export function previewPolicy(isFramed: boolean): string {
  if (!isFramed) return READER_POLICY
  const framed = READER_POLICY.replace("form-action 'self'", "form-action 'none'")
  return framed.replace("frame-ancestors 'none'", "frame-ancestors 'self'")
}

/** What came from somewhere else runs nothing, whatever is in it. */
const FILE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox"

const NOT_USED = ['camera', 'geolocation', 'microphone', 'payment', 'usb', 'browsing-topics']
const PERMISSIONS = NOT_USED.map((name) => `${name}=()`).join(', ')

const TWO_YEARS_SECONDS = 2 * 365 * 86_400

/** Of every answer. */
export function commonHeaders({ siteUrl }: Env): [name: string, value: string][] {
  return Object.entries({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': PERMISSIONS,
    'cross-origin-opener-policy': 'same-origin',
    ...(siteUrl.startsWith('https:') && { 'strict-transport-security': `max-age=${TWO_YEARS_SECONDS}` }),
  })
}

/** Of every page of readers. */
export const READER_HEADERS: OutgoingHttpHeaders = {
  'content-security-policy': READER_POLICY,
  // The next page is fetched when a finger or a pointer rests on its link (public/speculation-rules.json).
  'speculation-rules': '"/speculation-rules.json"',
}

/** Of an article's card: the one page that other sites may show in a frame, and in which nothing runs at all. */
export const CARD_HEADERS: OutgoingHttpHeaders = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *",
  'cross-origin-resource-policy': 'cross-origin',
  'x-robots-tag': 'noindex, follow',
}

/** Of what programs ask, on whatever site they run: it is nobody's in particular, and says nothing that pages do not. */
export const DATA_HEADERS: OutgoingHttpHeaders = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'X-WP-Total, X-WP-TotalPages, Link, ETag, Retry-After',
  'x-robots-tag': 'noindex',
  allow: 'GET, HEAD, OPTIONS',
}

/** Answers a browser that asks first whether it may ask. */
export const PREFLIGHT_HEADERS: OutgoingHttpHeaders = {
  ...DATA_HEADERS,
  'access-control-allow-methods': 'GET, HEAD, OPTIONS',
  'access-control-allow-headers': 'Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type',
  'access-control-max-age': '86400',
}

/**
 * The newsroom runs Next's script and what that loads, and nothing that has not this answer's nonce. React Aria and the
 * editor place things by `style`.
 */
export function newsroomPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    // No string becomes script or markup but through these: ours (components/admin/trusted), Next's, and the editor's for pastes.
    "require-trusted-types-for 'script'",
    'trusted-types default nextjs ProseMirrorClipboard',
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Of every page of the newsroom and its front door. */
export function newsroomHeaders(nonce: string): OutgoingHttpHeaders {
  return {
    'content-security-policy': newsroomPolicy(nonce),
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'same-origin',
    'x-robots-tag': 'noindex, nofollow',
    'cache-control': 'no-store',
  }
}

/** Headers by which a CDN is told in words with spaces between what a page shows; all others have commas. */
const SPACED = new Set(['surrogate-key', 'xkey'])

/** What a page shows, for a CDN that drops pages by tag: the tags of the rows of `Invalidation`, in ASCII without spaces. */
export function tagHeader(name: string, tags: ReadonlySet<string>): OutgoingHttpHeaders {
  if (!tags.size) return {}
  return { [name]: [...tags].map(encodeURIComponent).join(SPACED.has(name) ? ' ' : ',') }
}

/** Of a file that the archive brought. */
export const MEDIA_HEADERS: Record<string, string> = {
  'content-security-policy': FILE_POLICY,
  'cross-origin-resource-policy': 'cross-origin',
}

/** The name is made from the bytes. */
export const FOR_EVER = 'public, max-age=31536000, immutable'

/** Of a picture that was uploaded here: its address is made from its bytes. */
export const PICTURE_HEADERS: Record<string, string> = { ...MEDIA_HEADERS, 'cache-control': FOR_EVER }

/** Browsers ask whether the page they have is still the page; one answer of 200 bytes says so. */
export const KEPT_PAGE = 'public, max-age=0, must-revalidate'
export const ONE_READERS = 'private, no-store'
export const FOR_A_DAY = 'public, max-age=86400'
