import type { Rewrite } from '@/lib/markup/body-builder'
import type { BodyContext } from '@/lib/wordpress/text/body'
import { ownPath } from '@/lib/wordpress/text/own-address'

const ADDRESS_ATTRIBUTES = ['href', 'src', 'data-src', 'data-lazy-src', 'data-original', 'poster']
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/^align(?:wide|full)$/, 'wide'],
  [/^wp-block-gallery$/, 'gallery'],
  [/^has-text-align-right$/, 'number'],
  [/(?:^|-)credits?$/, 'credit'],
]
/** Where each class may stand; anywhere if it is not named here. */
const CLASS_PLACES = new Map([
  ['wide', ['figure', 'table', 'img']],
  ['gallery', ['figure']],
  ['number', ['td', 'th']],
  ['credit', ['span', 'p', 'div', 'cite', 'small', 'em', 'i']],
])
/** Ids that WordPress and editors give by themselves: nothing links to them. */
const MADE_IDS =
  /^(?:more-\d+|attachment_\d+|docs-internal-guid-.*|caption-attachment-\d+|wp-block-file--.*|block-[\da-f-]{36})$/

/** Turns what WordPress and the editors of its time mark by classes and styles into what a body has words for. */
export function wordpressElements({ ownHosts, attachment }: Pick<BodyContext, 'ownHosts' | 'attachment'>): Rewrite {
  return (element) => {
    const { attributes } = element
    // Word's own elements: <o:p>, <st1:place>.
    if (element.name.includes(':')) return unwrap(element)
    if (attributes.size === 0) return undefined
    if (element.name === 'img' && /\b(?:emoji|wp-smiley)\b/.test(attributes.get('class') ?? ''))
      return attributes.get('alt') ?? ''
    if (element.name === 'object' && attributes.get('class')?.includes('wp-block-file__embed')) return ''
    if (MADE_IDS.test(attributes.get('id') ?? '')) attributes.delete('id')
    for (const name of ADDRESS_ATTRIBUTES) {
      const address = attributes.get(name)
      if (address !== undefined) attributes.set(name, ownPath(address, ownHosts, element.name === 'img'))
    }
    if (element.name === 'img') describeImage(attributes, attachment)
    renameByClass(element)
    renameByStyle(element)
    return undefined
  }
}

type RawElement = Parameters<Rewrite>[0]

function renameByClass(element: RawElement): void {
  const classes = (element.attributes.get('class') ?? '').split(/\s+/)
  // Notes that editors leave one another stand in the text of WordPress 6.9.
  if (element.name === 'mark' && classes.includes('wp-note')) unwrap(element)
  if (element.name === 'ul' && classes.includes('wp-block-gallery')) element.name = 'figure'
  if (classes.includes('blocks-gallery-grid') || classes.includes('blocks-gallery-item')) element.name = 'div'
  const kept = classes.map((name) => CLASSES.find(([form]) => form.test(name))?.[1] ?? name)
  const standing = kept.filter((name) => CLASS_PLACES.get(name)?.includes(element.name) ?? true)
  if (standing.includes('credit') && element.name !== 'p') element.name = 'span'
  if (element.attributes.has('class')) element.attributes.set('class', standing.join(' '))
}

/** Google Docs wraps a whole text in <b style="font-weight:normal">, and makes bold of <span style="font-weight:700">. */
function renameByStyle(element: RawElement): void {
  const style = element.attributes.get('style')
  if (style === undefined) return
  const normal = /font-weight:\s*(?:normal|400)/i.test(style)
  if ((element.name === 'b' || element.name === 'strong') && normal) unwrap(element)
  else if (element.name === 'span' && /font-weight:\s*(?:bold|[6-9]00)/i.test(style)) element.name = 'strong'
  else if (element.name === 'span' && /font-style:\s*italic/i.test(style)) element.name = 'em'
}

/** The name of an element that leaves its children. */
function unwrap(element: RawElement): undefined {
  element.name = 'span'
  element.attributes.clear()
}

/** What the media library knows of an image that names its number. */
function describeImage(attributes: RawElement['attributes'], attachment: BodyContext['attachment']): void {
  const id = /\bwp-image-(\d{1,12})\b/.exec(attributes.get('class') ?? '')?.[1]
  const known = id === undefined ? undefined : attachment(Number(id))
  if (known && !attributes.get('alt')) attributes.set('alt', known.alt)
  if (attributes.has('width') && attributes.has('height')) return
  // The file name of a smaller copy ends in its size; the library knows that of the original only.
  const variant = /-(\d{1,5})x(\d{1,5})\.\w{3,5}(?:[?#]|$)/.exec(attributes.get('src') ?? '')
  const width = variant?.[1] ?? known?.width
  const height = variant?.[2] ?? known?.height
  if (width == null || height == null) return
  attributes.set('width', String(width))
  attributes.set('height', String(height))
}
