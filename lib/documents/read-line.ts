import { heldAttributes, isBare, withNumbers } from '@/lib/documents/attributes-of'
import type { DocumentMark, DocumentNode, NodeAttributes } from '@/lib/documents/document'
import { type HtmlElement, type HtmlNode, isElement, textIn } from '@/lib/documents/html-tree'
import type { Notes } from '@/lib/documents/notes'

/** Elements that are a mark of their own, as long as they have no attribute. */
const MARKS: Readonly<Record<string, DocumentMark>> = {
  strong: { type: 'bold' },
  b: { type: 'bold', attrs: { tag: 'b' } },
  em: { type: 'italic' },
  i: { type: 'italic', attrs: { tag: 'i' } },
  u: { type: 'underline' },
  s: { type: 'strike' },
  sup: { type: 'superscript' },
  sub: { type: 'subscript' },
  code: { type: 'code' },
}
const PHRASES = new Set(
  'strong b em i u s del ins small sub sup code abbr mark time span q cite kbd samp var'.split(' '),
)

/** True of what may stand in a line of text. */
export function isInline(node: HtmlNode): boolean {
  return typeof node === 'string' || PHRASES.has(node.name) || ['a', 'br', 'img'].includes(node.name)
}

/** A line of text with its marks; null where it holds something that no line of a document can. */
export function readLine(
  nodes: readonly HtmlNode[],
  notes: Notes,
  marks: readonly DocumentMark[] = [],
): DocumentNode[] | null {
  const line: DocumentNode[] = []
  const around = marks.length > 0 ? { marks: [...marks] } : {}
  for (const node of nodes) {
    const read = typeof node === 'string' ? [textNode(node, around)] : readInline(node, notes, marks, around)
    if (read === null) return null
    line.push(...read)
  }
  return line
}

const textNode = (text: string, around: { marks?: DocumentMark[] }): DocumentNode => ({ type: 'text', text, ...around })

function readInline(
  element: HtmlElement,
  notes: Notes,
  marks: readonly DocumentMark[],
  around: { marks?: DocumentMark[] },
): DocumentNode[] | null {
  if (element.name === 'br') return isBare(element) ? [{ type: 'hardBreak', ...around }] : null
  if (element.name === 'img') {
    const attrs = pictureAttributes(element)
    return attrs === null || 'lang' in attrs || 'dir' in attrs ? null : [{ type: 'inlineImage', attrs, ...around }]
  }
  const mark = footnoteMark(element, notes)
  if (mark !== null) return [{ ...mark, ...around }]
  const added = markOf(element)
  return added === null ? null : readLine(element.children, notes, withMark(marks, added))
}

/** What is a mark already is not one twice. */
function withMark(marks: readonly DocumentMark[], added: DocumentMark): readonly DocumentMark[] {
  return added.type !== 'phrase' && marks.some(({ type }) => type === added.type) ? marks : [...marks, added]
}

function markOf(element: HtmlElement): DocumentMark | null {
  const { name } = element
  if (name === 'a') {
    const attrs = heldAttributes(element, { href: 'href', title: 'title' })
    return attrs === null ? null : { type: 'link', attrs }
  }
  const simple = MARKS[name]
  if (simple !== undefined && isBare(element)) return simple
  if (!PHRASES.has(name)) return null
  const attrs = heldAttributes(element, { title: 'title', datetime: 'datetime' })
  return attrs === null ? null : { type: 'phrase', attrs: { tag: name, ...attrs } }
}

export function pictureAttributes(element: HtmlElement): NodeAttributes | null {
  const own = { src: 'src', alt: 'alt', width: 'width', height: 'height' }
  return withNumbers(heldAttributes(element, own), 'width', 'height')
}

/** `<sup><a id="fnref-1" href="#fn-1">1</a></sup>`, where such a footnote stands in the body with this number. */
function footnoteMark(element: HtmlElement, notes: Notes): DocumentNode | null {
  const [link] = element.children
  if (element.name !== 'sup' || !isBare(element) || element.children.length !== 1 || !isElement(link, 'a')) return null
  const { id, href = '', ...others } = link.attributes
  const note = href.slice(1)
  if (Object.keys(others).length > 0 || !href.startsWith('#') || String(notes.get(note)) !== textIn(link.children)) {
    return null
  }
  return { type: 'footnoteMark', attrs: { note, ...(id && { back: id }) } }
}
