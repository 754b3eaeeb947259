import type { Element, ElementContent, Properties } from 'hast'
import { saidDirection } from '@/lib/documents/direction'
import type { DocumentNode, NodeAttributes } from '@/lib/documents/document'
import type { Notes } from '@/lib/documents/notes'
import { writeLine } from '@/lib/documents/write-line'
import { pictureElement } from '@/lib/documents/write-picture'
import { blockProperties, element, numberOf, stringOf } from '@/lib/documents/written'
import type { Direction } from '@/lib/i18n/locale'
import { linkAddress } from '@/lib/markup/addresses'

/** What a block has to know of the document it stands in. */
export type Around = { notes: Notes; direction: Direction }

/** A block as elements of a body. What is not known, or has no address it may have, is left out. */
export function writeBlock(node: DocumentNode, around: Around): ElementContent[] {
  const attrs = node.attrs ?? {}
  switch (node.type) {
    case 'paragraph':
      return [lineElement('p', node, around)]
    case 'heading':
      return [lineElement(`h${attrs.level === 3 || attrs.level === 4 ? attrs.level : 2}`, node, around)]
    case 'bulletList':
      return [element('ul', blockProperties(attrs), writeBlocks(node.content, around))]
    case 'orderedList': {
      const counted: Properties = { start: numberOf(attrs.start), reversed: attrs.reversed === true || undefined }
      return [element('ol', { ...blockProperties(attrs), ...counted }, writeBlocks(node.content, around))]
    }
    case 'listItem':
      return [looseElement('li', node, around)]
    case 'descriptionList':
      return [element('dl', blockProperties(attrs), writeBlocks(node.content, around))]
    case 'descriptionTerm':
      return [lineElement('dt', node, around)]
    case 'descriptionDetails':
      return [looseElement('dd', node, around)]
    case 'quote': {
      const properties = blockProperties(attrs, ...(attrs.pull === true ? ['pull-quote'] : []))
      return [element('blockquote', properties, writeBlocks(node.content, around))]
    }
    case 'quoteSource':
      return [lineElement('footer', node, around)]
    case 'codeBlock':
      return [codeBlock(node)]
    case 'divider':
      return [element('hr')]
    case 'details':
      return [element('details', blockProperties(attrs), writeBlocks(node.content, around))]
    case 'detailsSummary':
      return [lineElement('summary', node, around)]
    case 'image':
      return image(node, around)
    case 'gallery':
      return [element('figure', blockProperties(attrs, 'gallery'), writeBlocks(node.content, around))]
    case 'figure':
      return [looseElement('figure', node, around)]
    case 'figureCaption':
      return [element('figcaption', {}, writeLine(node.content ?? [], around.notes))]
    case 'embed':
      return embed(node, around)
    case 'table':
      return [table(node, around)]
    case 'tableRow':
      return [element('tr', blockProperties(attrs), writeBlocks(node.content, around))]
    case 'tableCell':
      return [looseElement('td', node, around, spans(attrs))]
    case 'tableHeader':
      return [looseElement('th', node, around, { scope: stringOf(attrs.scope), ...spans(attrs) })]
    case 'footnotes':
      return [footnotes(node, around)]
    case 'footnote':
      return [footnote(node, around)]
    default:
      return []
  }
}

function writeBlocks(content: readonly DocumentNode[] | undefined, around: Around): ElementContent[] {
  return (content ?? []).flatMap((node) => writeBlock(node, around))
}

function lineElement(name: string, node: DocumentNode, around: Around): Element {
  const said = saidDirection(node, around.direction)
  const properties = blockProperties(node.attrs ?? {})
  return element(name, said ? { ...properties, dir: said } : properties, writeLine(node.content ?? [], around.notes))
}

/** An item or a cell: text stands in it without a paragraph, unless there are several or it wants one. */
function looseElement(name: string, node: DocumentNode, around: Around, own: Properties = {}): Element {
  const children: ElementContent[] = []
  const properties = { ...blockProperties(node.attrs ?? {}), ...own }
  let loose = false
  for (const [i, child] of (node.content ?? []).entries()) {
    const [written] = writeBlock(child, around)
    if (child.type !== 'paragraph' || child.attrs?.spaced === true || written?.type !== 'element' || loose) {
      loose = false
      children.push(...writeBlock(child, around))
      continue
    }
    const { dir, ...others } = written.properties
    // The item itself turns, and its mark with it, where its first line does.
    if (i === 0 && dir !== undefined && properties.dir === undefined) properties.dir = dir
    loose = Object.keys(others).length === 0 && (dir === undefined || dir === properties.dir)
    children.push(...(loose ? written.children : [written]))
  }
  return element(name, properties, children)
}

function codeBlock({ attrs = {}, content = [] }: DocumentNode): Element {
  const text: ElementContent = { type: 'text', value: content.map((part) => part.text ?? '').join('') }
  return element('pre', blockProperties(attrs), attrs.plain === true ? [text] : [element('code', {}, [text])])
}

function image({ attrs = {}, content = [] }: DocumentNode, { notes }: Around): Element[] {
  const picture = pictureElement(attrs)
  if (picture.length === 0) return []
  const href = linkAddress(stringOf(attrs.href) ?? '')
  const shown = href === null ? picture : [element('a', { href }, picture)]
  const credit = stringOf(attrs.credit)
  const caption = writeLine(content, notes)
  if (credit !== undefined) {
    if (caption.length > 0) caption.push({ type: 'text', value: ' ' })
    caption.push(element('span', { className: ['credit'] }, [{ type: 'text', value: credit }]))
  }
  return [element('figure', blockProperties(attrs), [...shown, ...captionOf(caption)])]
}

function embed({ attrs = {}, content = [] }: DocumentNode, { notes }: Around): Element[] {
  const href = linkAddress(stringOf(attrs.href) ?? '')
  if (href === null) return []
  const link = element('a', { href }, [{ type: 'text', value: stringOf(attrs.title) ?? href }])
  return [element('figure', blockProperties(attrs, 'embed'), [link, ...captionOf(writeLine(content, notes))])]
}

const captionOf = (caption: ElementContent[]): Element[] =>
  caption.length > 0 ? [element('figcaption', {}, caption)] : []

const PARTS = { head: 'thead', body: 'tbody', foot: 'tfoot' }

/** Rows of one part that follow each other stand together. */
function table({ attrs = {}, content = [] }: DocumentNode, around: Around): Element {
  const sections: Element[] = []
  for (const row of content) {
    const part = row.attrs?.part
    const name = PARTS[part === 'head' || part === 'foot' ? part : 'body']
    const last = sections.at(-1)
    const section = last?.tagName === name ? last : element(name)
    if (section !== last) sections.push(section)
    section.children.push(...writeBlock(row, around))
  }
  const caption = stringOf(attrs.caption)
  const above = caption === undefined ? [] : [element('caption', {}, [{ type: 'text', value: caption }])]
  return element('table', blockProperties(attrs), [...above, ...sections])
}

function spans(attrs: NodeAttributes): Properties {
  const more = (value: unknown) => (numberOf(value) ?? 1) > 1
  return {
    colSpan: more(attrs.colspan) ? numberOf(attrs.colspan) : undefined,
    rowSpan: more(attrs.rowspan) ? numberOf(attrs.rowspan) : undefined,
  }
}

function footnotes({ attrs = {}, content }: DocumentNode, around: Around): Element {
  const title = stringOf(attrs.title)
  const titled = element('h2', { id: stringOf(attrs.titleId) }, [{ type: 'text', value: title ?? '' }])
  const list = element('ol', {}, writeBlocks(content, around))
  return element('section', blockProperties(attrs, 'footnotes'), title === undefined ? [list] : [titled, list])
}

function footnote(node: DocumentNode, around: Around): Element {
  const { note = null, back, arrow, ...attrs } = node.attrs ?? {}
  const item = looseElement('li', { ...node, attrs: { ...attrs, id: note } }, around)
  if (typeof back !== 'string') return item
  const link = element('a', { href: `#${back}` }, [{ type: 'text', value: stringOf(arrow) ?? '↩' }])
  const last = item.children.at(-1)
  const line = last?.type === 'element' && last.tagName === 'p' ? last.children : item.children
  if (line.length > 0) line.push({ type: 'text', value: ' ' })
  line.push(link)
  return item
}
