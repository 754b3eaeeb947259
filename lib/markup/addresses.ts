import { visibleText } from '@/lib/markup/characters'

const MAX_LENGTH = 8_192

/**
 * An address that a stored link may have, as it is stored, or null.
 *
 * http, https, mailto, tel, a path on this site ("/…") or a fragment ("#…"). `//host` becomes https. What is
 * relative to a page is refused: the same body is drawn at more than one address (article, feed, search).
 */
export function linkAddress(raw: string): string | null {
  const address = bareAddress(raw)
  if (address === null) return null
  if (/^#./.test(address) || /^(mailto|tel):./.test(address)) return address
  return imageAddress(address)
}

/** An address that a stored image may have: http, https or a path on this site; else null. */
export function imageAddress(raw: string): string | null {
  const address = bareAddress(raw)
  if (address === null) return null
  if (address.startsWith('//')) return imageAddress(`https:${address}`)
  return address.startsWith('/') || /^https?:\/\/[^/?#@]/.test(address) ? address : null
}

/**
 * What a browser would make of it first (url.spec.whatwg.org, "basic URL parser"): spaces and controls at both ends
 * go, tabs and newlines go from anywhere, so that "java\nscript:" is seen for what it is. Other controls are refused,
 * and so is a backslash before the query, which browsers read as a slash ("/\host" is another site).
 */
function bareAddress(raw: string): string | null {
  if (raw.length > MAX_LENGTH) return null
  const address = trimControls(raw.replace(/[\t\n\r]/g, '')).replace(/[ \u00a0]/g, '%20')
  if (address !== visibleText(address) || /^[^?#]*\\/.test(address)) return null
  // The scheme alone is lowered: the rest of an address may tell cases apart.
  return address.replace(/^[a-z][a-z\d+.-]*:/i, (scheme) => scheme.toLowerCase())
}

/** By hand: an expression would try the end of every run of spaces, wherever it stands. */
function trimControls(text: string): string {
  let start = 0
  let end = text.length
  while (start < end && /[\p{Cc} ]/u.test(text.charAt(start))) start++
  while (end > start && /[\p{Cc} ]/u.test(text.charAt(end - 1))) end--
  return text.slice(start, end)
}
