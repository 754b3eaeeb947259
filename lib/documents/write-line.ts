import type { Element, ElementContent, Properties } from 'hast'
import type { DocumentMark, DocumentNode, NodeAttributes } from '@/lib/documents/document'
import { markTypes } from '@/lib/documents/node-types'
import type { Notes } from '@/lib/documents/notes'
import { pictureElement } from '@/lib/documents/write-picture'
import { blockProperties, element, spoken, stringOf } from '@/lib/documents/written'
import { linkAddress } from '@/lib/markup/addresses'

const RANK = [...markTypes.keys()]

/** A mark with a key that tells whether two are the same. */
type KeyedMark = { mark: DocumentMark; key: string }
type Piece = { node: DocumentNode; marks: KeyedMark[] }

/** A line of text as elements. What covers most of it stands outermost, and no link is cut in two. */
export function writeLine(content: readonly DocumentNode[], notes: Notes): ElementContent[] {
  const pieces = content.map((node) => ({ node, marks: (node.marks ?? []).map(keyed) }))
  return nest(pieces, [], notes)
}

/** The order of attributes makes no difference, nor does one that says what is said anyway. */
function keyed(mark: DocumentMark): KeyedMark {
  const types = markTypes.get(mark.type)?.attributes ?? {}
  const attributes = Object.entries(mark.attrs ?? {}).filter(([name, value]) => value !== types[name]?.default)
  return { mark, key: `${mark.type} ${JSON.stringify(attributes.sort(([a], [b]) => (a < b ? -1 : 1)))}` }
}

function nest(pieces: readonly Piece[], open: readonly string[], notes: Notes): ElementContent[] {
  const written: ElementContent[] = []
  for (let start = 0; start < pieces.length; ) {
    const piece = pieces[start]
    if (piece === undefined) break
    const widest = widestMark(pieces, start, open)
    if (widest === null) {
      written.push(...writeInline(piece.node, notes))
      start++
    } else {
      const inner = nest(pieces.slice(start, widest.end), [...open, widest.key], notes)
      written.push(...around(widest.mark, inner))
      start = widest.end
    }
  }
  return written
}

function widestMark(
  pieces: readonly Piece[],
  start: number,
  open: readonly string[],
): (KeyedMark & { end: number }) | null {
  const candidates = (pieces[start]?.marks ?? [])
    .filter(({ key }) => !open.includes(key))
    .sort((a, b) => RANK.indexOf(a.mark.type) - RANK.indexOf(b.mark.type))
  let widest: (KeyedMark & { end: number }) | null = null
  for (const { mark, key } of candidates) {
    const end = extentOf(pieces, start, key, mark.type === 'link' || open.some((one) => one.startsWith('link ')))
    if (widest === null || end > widest.end) widest = { mark, key, end }
  }
  return widest
}

/** Where the mark that begins at `start` ends: before a link that goes on longer than it does, unless it is in one. */
function extentOf(pieces: readonly Piece[], start: number, key: string, linked: boolean): number {
  let end = start + 1
  while (has(pieces[end], key)) end++
  if (linked) return end
  const cut = pieces[end - 1]?.marks.find(({ mark, key: link }) => mark.type === 'link' && has(pieces[end], link))
  if (cut === undefined) return end
  let from = end - 1
  while (from > start && has(pieces[from - 1], cut.key)) from--
  return from > start ? from : end
}

const has = (piece: Piece | undefined, wanted: string): boolean =>
  piece?.marks.some(({ key }) => key === wanted) ?? false

function around({ type, attrs = {} }: DocumentMark, children: ElementContent[]): ElementContent[] {
  switch (type) {
    case 'bold':
      return [element(attrs.tag === 'b' ? 'b' : 'strong', {}, children)]
    case 'italic':
      return [element(attrs.tag === 'i' ? 'i' : 'em', {}, children)]
    case 'underline':
      return [element('u', {}, children)]
    case 'strike':
      return [element('s', {}, children)]
    case 'superscript':
      return [element('sup', {}, children)]
    case 'subscript':
      return [element('sub', {}, children)]
    case 'code':
      return [element('code', {}, children)]
    case 'phrase': {
      const said: Properties = { title: spoken(attrs.title), dateTime: stringOf(attrs.datetime) }
      return [element(stringOf(attrs.tag) ?? 'span', { ...blockProperties(attrs), ...said }, children)]
    }
    case 'link': {
      const href = linkAddress(stringOf(attrs.href) ?? '')
      if (href === null) return children
      return [element('a', { ...blockProperties(attrs), href, title: spoken(attrs.title) }, children)]
    }
    default:
      return children
  }
}

function writeInline(node: DocumentNode, notes: Notes): ElementContent[] {
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: node.text ?? '' }]
    case 'hardBreak':
      return [element('br')]
    case 'inlineImage':
      return pictureElement(node.attrs ?? {}, blockProperties(node.attrs ?? {}))
    case 'footnoteMark':
      return footnoteMark(node.attrs ?? {}, notes)
    default:
      return []
  }
}

function footnoteMark(attrs: NodeAttributes, notes: Notes): Element[] {
  const note = stringOf(attrs.note) ?? ''
  const number = notes.get(note)
  if (number === undefined) return []
  const link = element('a', { id: stringOf(attrs.back), href: `#${note}` }, [{ type: 'text', value: String(number) }])
  return [element('sup', {}, [link])]
}
