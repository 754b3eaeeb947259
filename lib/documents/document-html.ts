import type { ArticleDocument } from '@/lib/documents/document'
import { documentMarkup } from '@/lib/documents/document-markup'
import type { Direction } from '@/lib/i18n/locale'
import { sanitiseBody } from '@/lib/markup/sanitise'

/**
 * The body that readers get of a document: canonical HTML (lib/markup/sanitise.ts).
 *
 * Written by a switch over the nodes we know, with an allow-list for addresses; and then, as every body is, read by the
 * sanitiser, which finds nothing to take out but a raw block's second use of an id. `direction` is the article's: blocks
 * whose text runs the other way say so.
 */
export function documentToHtml(document: ArticleDocument, direction: Direction): string {
  return sanitiseBody(documentMarkup(document, direction)).html
}
