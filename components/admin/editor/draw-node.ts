import type { DOMOutputSpec, Mark, Node } from '@tiptap/pm/model'
import type { MarkName, NodeName } from '@/lib/documents/node-types'
import { imageAddress, linkAddress } from '@/lib/markup/addresses'

/** Marks the element that holds a node's content, where that is not the node's own. */
export const HOLDS_CONTENT = { 'data-content': '' }

type Attributes = Record<string, string | undefined>

/**
 * A node as the editor shows it and as the clipboard gets it. Addresses pass the same list as in a body: what a document
 * says must not run in the newsroom either. Everything a node knows goes along as JSON, for pasting it here again.
 */
export function drawNode(node: Node): DOMOutputSpec {
  const { attrs } = node
  const name = node.type.name as NodeName
  const a = { ...own(attrs), 'data-node': name, 'data-attrs': JSON.stringify(attrs) }
  switch (name) {
    case 'heading':
      return [`h${attrs.level}`, a, 0]
    case 'bulletList':
      return ['ul', a, 0]
    case 'orderedList':
      return ['ol', { ...a, start: attrs.start ?? undefined, reversed: attrs.reversed ? '' : undefined }, 0]
    case 'listItem':
    case 'footnote':
      return ['li', a, 0]
    case 'descriptionList':
      return ['dl', a, 0]
    case 'descriptionTerm':
      return ['dt', a, 0]
    case 'descriptionDetails':
      return ['dd', a, 0]
    case 'quote':
      return ['blockquote', { ...a, class: attrs.pull ? 'pull-quote' : undefined }, 0]
    case 'quoteSource':
      return ['footer', a, 0]
    case 'image':
      return ['figure', a, picture(attrs), ['figcaption', HOLDS_CONTENT, 0]]
    case 'gallery':
      return ['figure', { ...a, class: 'gallery' }, 0]
    case 'figure':
      return ['figure', a, 0]
    case 'figureCaption':
      return ['figcaption', a, 0]
    case 'embed':
      return ['figure', { ...a, class: 'embed' }, link(attrs), ['figcaption', HOLDS_CONTENT, 0]]
    case 'codeBlock':
      return ['pre', a, ['code', { ...HOLDS_CONTENT, dir: 'ltr' }, 0]]
    case 'divider':
      return ['hr', a]
    case 'details':
      return ['div', { ...a, class: 'details' }, 0]
    case 'detailsSummary':
      return ['p', { ...a, class: 'summary' }, 0]
    case 'table':
      return ['table', a, ['tbody', HOLDS_CONTENT, 0]]
    case 'tableRow':
      return ['tr', { ...a, 'data-part': attrs.part }, 0]
    case 'tableCell':
      return ['td', { ...a, ...spans(attrs) }, 0]
    case 'tableHeader':
      return ['th', { ...a, ...spans(attrs), scope: attrs.scope ?? undefined }, 0]
    case 'pageBreak':
      return ['div', { ...a, class: 'page-break' }]
    case 'rawHtml':
      return ['pre', a, String(attrs.html)]
    case 'footnotes':
      return ['section', { ...a, class: 'footnotes' }, ['ol', HOLDS_CONTENT, 0]]
    case 'footnoteMark':
      return ['sup', { ...a, class: 'footnote-mark' }]
    case 'inlineImage':
      return picture(attrs, a)
    case 'hardBreak':
      return ['br', a]
    default:
      return ['p', a, 0]
  }
}

export function drawMark(mark: Mark): DOMOutputSpec {
  const { attrs } = mark
  const name = mark.type.name as MarkName
  const a = { ...own(attrs), 'data-mark-type': name, 'data-attrs': JSON.stringify(attrs) }
  switch (name) {
    case 'bold':
    case 'italic':
    case 'phrase':
      return [attrs.tag, { ...a, title: attrs.title ?? undefined }, 0]
    case 'underline':
      return ['u', a, 0]
    case 'strike':
      return ['s', a, 0]
    case 'superscript':
      return ['sup', a, 0]
    case 'subscript':
      return ['sub', a, 0]
    case 'code':
      return ['code', a, 0]
    case 'link':
      return ['a', { ...a, href: linkAddress(String(attrs.href)) ?? undefined, rel: 'noopener' }, 0]
  }
}

/** Language and direction; not the id, which could take a place in the newsroom's own page. */
function own(attrs: Record<string, unknown>): Attributes {
  return { lang: text(attrs.lang), dir: text(attrs.dir), 'data-class': text(attrs.class) }
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

function picture(attrs: Record<string, unknown>, around: Attributes = {}): DOMOutputSpec {
  return ['img', { ...around, src: imageAddress(String(attrs.src)) ?? undefined, alt: String(attrs.alt) }]
}

function link({ href, title }: Record<string, unknown>): DOMOutputSpec {
  return ['a', { href: linkAddress(String(href)) ?? undefined, contenteditable: 'false' }, String(title ?? href)]
}

function spans({ colspan, rowspan }: Record<string, unknown>): Record<string, unknown> {
  return { colspan: colspan === 1 ? undefined : colspan, rowspan: rowspan === 1 ? undefined : rowspan }
}
