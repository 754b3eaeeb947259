import { visibleText } from '@/lib/markup/characters'
import { plainText } from '@/lib/markup/plain-text'

/** A title or a name as one line of plain text: entities decoded, tags off. */
export function plainLine(html: string): string {
  const text = visibleText(html)
  const plain = /[<&]/.test(text) ? plainText(text) : text
  return plain.replace(/\s+/g, ' ').trim()
}
