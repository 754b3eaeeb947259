import type { ArticleDocument, DocumentNode } from '@/lib/documents/document'
import { plainText } from '@/lib/markup/plain-text'

const ADDRESS = /^https?:\/\/\S+$/
const ONLY_ARROWS = /^[\s\p{S}\p{P}\p{M}]*$/u

/** The readable text of a document, a block a line: for counting words while it is written. */
export function documentText(document: ArticleDocument): string {
  return linesOf(document)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join('\n')
}

function linesOf(node: DocumentNode): string[] {
  const { type, attrs = {}, content = [] } = node
  const said = (value: unknown) => (typeof value === 'string' ? [value] : [])
  switch (type) {
    case 'rawHtml':
      return plainText(String(attrs.html)).split('\n')
    case 'embed':
      return [...said(attrs.title), ...lineOf(content)]
    case 'image':
      return [[...lineOf(content), ...said(attrs.credit)].join(' ')]
    case 'table':
      return [...said(attrs.caption), ...content.flatMap(linesOf)]
    case 'footnotes':
      return [...said(attrs.title), ...content.flatMap(linesOf)]
    default:
      return content.some(isInline) ? lineOf(content) : content.flatMap(linesOf)
  }
}

const isInline = ({ type }: DocumentNode): boolean =>
  type === 'text' || type === 'hardBreak' || type === 'footnoteMark' || type === 'inlineImage'

function lineOf(content: readonly DocumentNode[]): string[] {
  return content.map(textOf).join('').split('\n')
}

function textOf({ type, text = '', marks = [] }: DocumentNode): string {
  if (type === 'hardBreak') return '\n'
  const href = String(marks.find((mark) => mark.type === 'link')?.attrs?.href ?? '')
  const raised = marks.some((mark) => mark.type === 'superscript')
  // The marks of footnotes, the arrows back to the text and bare addresses are nothing that is read.
  const isUnread = href.startsWith('#') ? raised || ONLY_ARROWS.test(text) : text === href && ADDRESS.test(text)
  return isUnread ? '' : text
}
