import { imageAddress, linkAddress } from '@/lib/markup/addresses'
import { BODY_CLASSES, isBodyId } from '@/lib/markup/vocabulary'

// The one list of what an article's document consists of. The check on writing (lib/documents/schema.ts) and the
// editor's own schema (components/admin/editor/nodes.ts) are both made from it, so neither can hold what the other refuses.

/** An attribute: what it may be, and what it is where nothing is said. */
type AttributeType = {
  check(value: unknown): boolean
  default: unknown
  /** The second half of a paragraph that is parted in two starts without it. */
  lostOnSplit?: true
}
export type Attributes = Readonly<Record<string, AttributeType>>

export type NodeType = {
  /** Which node types may stand in it, as ProseMirror's content expressions say it. Without: nothing. */
  content?: string
  group?: string
  attributes: Attributes
  inline?: true
  /** One thing to whoever edits, without a cursor in it. */
  atom?: true
  /** Text keeps its spaces and line ends. */
  code?: true
  /** Marks its text may have; all where nothing is said. */
  marks?: ''
  /** May be taken and put elsewhere, caption and all. */
  draggable?: true
  selectable?: false
  /** Editing in it never joins it with its neighbours. */
  isolating?: true
  /** Stays when what is in it is replaced by pasting. */
  defining?: true
  tableRole?: 'table' | 'row' | 'cell' | 'header_cell'
}

const MAX_TEXT = 10_000
type Check = AttributeType['check']
const attribute = (check: Check, fallback: unknown = null): AttributeType => ({ check, default: fallback })
const nullable = (check: Check): AttributeType => attribute((value) => value === null || check(value))
const textUpTo =
  (length: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= length
const textThat =
  (fits: (text: string) => boolean): Check =>
  (value) =>
    typeof value === 'string' && value.length <= MAX_TEXT && fits(value)
const wholeFrom =
  (least: number, most: number): Check =>
  (value) =>
    Number.isInteger(value) && Number(value) >= least && Number(value) <= most
const oneOf =
  (...values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value)

const flag = attribute(oneOf(true, false), false)
const words = nullable(textUpTo(MAX_TEXT))
const pixels = nullable(wholeFrom(1, 20_000))
const span = attribute(wholeFrom(1, 1_000), 1)
const id = { ...nullable(textThat(isBodyId)), lostOnSplit: true as const }
const lang = nullable(textThat((value) => /^[a-z]{2,8}(-[a-z\d]{1,8}){0,4}$/i.test(value)))
const direction = oneOf('ltr', 'rtl', 'auto', null)
const classes = nullable(textThat((value) => value.split(' ').every((name) => BODY_CLASSES.has(name))))
const isLink = textThat((value) => linkAddress(value) === value)
const webAddress = attribute(isLink, '')
const pictureAddress = attribute(
  textThat((value) => imageAddress(value) === value),
  '',
)
const widths: Check = (value) =>
  Array.isArray(value) && value.length <= 1_000 && value.every((width) => wholeFrom(0, 5_000)(width))

/** Of every block. Its direction is the article's where it has none of its own. */
const block = { id, lang, dir: attribute(direction), class: classes } satisfies Attributes
/** Of a block of text: written here, it takes its direction from its first letters; what was imported says null. */
const textBlock = {
  ...block,
  dir: { ...attribute(direction, 'auto'), lostOnSplit: true as const },
} satisfies Attributes
const picture = { src: pictureAddress, alt: attribute(textUpTo(MAX_TEXT), ''), width: pixels, height: pixels }
const cell = {
  ...block,
  colspan: span,
  rowspan: span,
  colwidth: nullable(widths),
}

export const NODE_TYPES = {
  doc: {
    content: '(block | top)+',
    attributes: { version: attribute(oneOf(1), 1) },
  },
  // First of its group: what the editor fills an empty place with.
  paragraph: {
    group: 'block',
    content: 'inline*',
    // `spaced`: keeps its <p> also where a single run of text needs none, as in a list item.
    attributes: { ...textBlock, spaced: flag },
  },
  heading: {
    group: 'block',
    content: 'inline*',
    attributes: { ...textBlock, level: attribute(oneOf(2, 3, 4), 2) },
    defining: true,
  },
  bulletList: { group: 'block list', content: 'listItem+', attributes: block },
  orderedList: {
    group: 'block list',
    content: 'listItem+',
    attributes: { ...block, start: nullable(wholeFrom(-1_000_000, 1_000_000)), reversed: flag },
  },
  listItem: { content: 'block+', attributes: block, defining: true },
  descriptionList: { group: 'block', content: '(descriptionTerm | descriptionDetails)+', attributes: block },
  descriptionTerm: { content: 'inline*', attributes: textBlock, defining: true },
  descriptionDetails: { content: 'block+', attributes: block, defining: true },
  // `pull`: words of this article, large, in place of somebody's words.
  quote: { group: 'block', content: 'block+ quoteSource?', attributes: { ...block, pull: flag }, defining: true },
  quoteSource: { content: 'inline*', attributes: textBlock, isolating: true },
  image: {
    group: 'block',
    // The caption. The credit stands behind it.
    content: 'inline*',
    attributes: { ...block, ...picture, href: nullable(isLink), credit: words, decorative: flag },
    isolating: true,
    draggable: true,
  },
  gallery: { group: 'block', content: 'image+ figureCaption?', attributes: block, isolating: true },
  // Anything else with a caption: the tables of WordPress come so.
  figure: { group: 'block', content: 'block+ figureCaption?', attributes: block, isolating: true },
  figureCaption: { content: 'inline*', attributes: {}, isolating: true },
  embed: {
    group: 'block',
    content: 'inline*',
    attributes: { ...block, href: webAddress, title: words },
    isolating: true,
    draggable: true,
  },
  codeBlock: {
    group: 'block',
    content: 'text*',
    // `plain`: preformatted text that is no code, a poem for example.
    attributes: { ...block, plain: flag },
    marks: '',
    code: true,
    defining: true,
  },
  divider: { group: 'block', attributes: {}, atom: true, draggable: true },
  details: { group: 'block', content: 'detailsSummary block*', attributes: block, isolating: true },
  detailsSummary: { content: 'inline*', attributes: textBlock, isolating: true },
  table: {
    group: 'block',
    content: 'tableRow+',
    attributes: { ...block, caption: words },
    tableRole: 'table',
    isolating: true,
  },
  tableRow: {
    content: '(tableCell | tableHeader)*',
    attributes: { ...block, part: attribute(oneOf('head', 'body', 'foot'), 'body') },
    tableRole: 'row',
  },
  tableCell: { content: 'block+', attributes: cell, tableRole: 'cell', isolating: true },
  tableHeader: {
    content: 'block+',
    attributes: { ...cell, scope: attribute(oneOf('row', 'col', 'rowgroup', 'colgroup', null)) },
    tableRole: 'header_cell',
    isolating: true,
  },
  pageBreak: { group: 'top', attributes: {}, atom: true, draggable: true },
  // Cleaned when it is written (lib/documents/document-html.ts); only editors may put one in.
  rawHtml: { group: 'top', attributes: { html: attribute(textUpTo(1_000_000), '') }, atom: true },
  footnotes: {
    group: 'top',
    content: 'footnote+',
    attributes: { ...block, title: words, titleId: id },
    isolating: true,
  },
  // `note` is the id that the marks in the text lead to, `back` that of the mark it leads back to.
  footnote: {
    content: 'block+',
    attributes: { note: id, back: id, arrow: attribute(textUpTo(10), '↩'), lang, dir: attribute(direction) },
    defining: true,
    isolating: true,
  },
  footnoteMark: { group: 'inline', inline: true, attributes: { note: id, back: id }, atom: true },
  inlineImage: { group: 'inline', inline: true, attributes: { ...picture, id, class: classes }, atom: true },
  hardBreak: { group: 'inline', inline: true, attributes: {}, selectable: false },
  text: { group: 'inline', inline: true, attributes: {} },
} as const satisfies Readonly<Record<string, NodeType>>

export type MarkType = {
  attributes: Attributes
  /** Text written at its end does not get it. */
  ends?: true
  /** May stand in another of its kind. */
  nests?: true
}

const PHRASES = 'strong b em i u s del ins small sub sup code abbr mark time span q cite kbd samp var'.split(' ')

/** Outermost first, where two cover the same text. */
export const MARK_TYPES = {
  // Around a link: so the marks of footnotes are written, and told from what is read (lib/markup/plain-text.ts).
  superscript: { attributes: {} },
  subscript: { attributes: {} },
  link: {
    attributes: { href: webAddress, title: words, id, lang, dir: attribute(direction), class: classes },
    ends: true,
  },
  bold: { attributes: { tag: attribute(oneOf('strong', 'b'), 'strong') } },
  italic: { attributes: { tag: attribute(oneOf('em', 'i'), 'em') } },
  underline: { attributes: {} },
  strike: { attributes: {} },
  // Every other element that a line of an imported text may have, and any with a language or a name of its own.
  phrase: {
    attributes: {
      tag: attribute(oneOf(...PHRASES), 'span'),
      title: words,
      datetime: nullable(textThat((value) => /^[\w:+. -]{4,40}$/.test(value))),
      id,
      lang,
      dir: attribute(direction),
      class: classes,
    },
    nests: true,
  },
  code: { attributes: {}, ends: true },
} as const satisfies Readonly<Record<string, MarkType>>

export type NodeName = keyof typeof NODE_TYPES
export type MarkName = keyof typeof MARK_TYPES

/** The same lists without their literal types, for whoever walks them. */
export const nodeTypes: ReadonlyMap<string, NodeType> = new Map(Object.entries(NODE_TYPES))
export const markTypes: ReadonlyMap<string, MarkType> = new Map(Object.entries(MARK_TYPES))
