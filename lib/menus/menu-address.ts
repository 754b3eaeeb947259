import { LONGEST_ADDRESS } from './menu'

/**
 * An address that somebody typed for a menu, encoded; null for what is none that readers may be led to. What it answers it
 * answers of itself again.
 */
export function menuAddress(typed: string): string | null {
  const text = typed.trim().toWellFormed()
  if (text.length > LONGEST_ADDRESS || /[\\\s\p{Cc}]/u.test(text)) return null
  const address = text.startsWith('/') ? ownAddress(text) : addressElsewhere(text)
  // Encoded it may be six times as long.
  return address !== null && address.length <= LONGEST_ADDRESS ? address : null
}

function ownAddress(text: string): string | null {
  if (!URL.canParse(text, 'http://site.example')) return null
  const { pathname, search, hash } = new URL(text, 'http://site.example')
  // "//host/" is another host to a browser, and "/..//host/" is written so.
  return text.startsWith('//') || pathname.startsWith('//') ? null : pathname + search + hash
}

function addressElsewhere(text: string): string | null {
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) return null
  const { href, username, password } = new URL(text)
  return username || password ? null : href
}
