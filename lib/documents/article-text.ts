import type { ArticleDocument } from '@/lib/documents/document'
import { documentToHtml } from '@/lib/documents/document-html'
import { directionOf } from '@/lib/i18n/locale'

/** The two forms an article's text is stored in: what is edited, and what readers, search and feeds are given. */
export function articleText(document: ArticleDocument, locale: string): { document: ArticleDocument; body: string } {
  return { document, body: documentToHtml(document, directionOf(locale)) }
}
