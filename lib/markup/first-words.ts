/**
 * The first `count` words of a text on one line, with the ellipsis only where something was left out.
 *
 * Words are what whitespace parts, so a Persian word with a zero-width non-joiner stays whole. A comma, colon or
 * dash (Arabic ones too) that would stand before the ellipsis is left out.
 */
export function firstWords(text: string, count: number, ellipsis = '…'): string {
  // Reading only as far as needed: the text of an article may be megabytes long.
  const words: string[] = []
  for (const [word] of text.matchAll(/\S+/g)) {
    if (words.length === count) return words.join(' ').replace(/[\s,;:،؛–—-]+$/u, '') + ellipsis
    words.push(word)
  }
  return words.join(' ')
}
