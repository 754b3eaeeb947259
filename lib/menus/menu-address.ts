/** An address that somebody typed for a menu, encoded; null for what is none that readers may be led to. */
export function menuAddress(typed: string): string | null {
  const text = typed.trim().toWellFormed()
  if (text.length > 500 || /[\\\s\p{Cc}]/u.test(text)) return null
  if (text.startsWith('/')) {
    // "//host/" is another host to a browser.
    if (text.startsWith('//')) return null
    const { pathname, search, hash } = new URL(text, 'http://site.example')
    return pathname + search + hash
  }
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text)) return null
  const { href, username, password } = new URL(text)
  return username || password ? null : href
}
