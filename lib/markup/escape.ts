import { visibleText } from '@/lib/markup/characters'

// Text crosses a border escaped for that border: these two are the borders of HTML and XML.

const HTML_CHARACTERS = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
])

/** For text between tags and for attribute values in either kind of quote. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => HTML_CHARACTERS.get(character) ?? character)
}

/** As escapeHtml, and without the characters that no XML 1.0 document may hold, not even escaped (section 2.2). */
export function escapeXml(text: string): string {
  return escapeHtml(visibleText(text))
}
