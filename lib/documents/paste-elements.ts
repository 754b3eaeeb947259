import type { HtmlElement, HtmlNode } from '@/lib/documents/html-tree'

const KEPT_ATTRIBUTES = new Set(['href', 'src', 'alt', 'title', 'colspan', 'rowspan', 'start', 'width', 'height'])
const DROPPED = new Set(['!', 'style', 'meta', 'link', 'title', 'xml', 'script', 'w:worddocument', 'v:shapetype'])
const HEADING = /^h[1-6]$/
/** What a word processor says by style: the element that says it, and what is looked for. */
const STYLES: readonly (readonly [string, RegExp])[] = [
  ['strong', /(?:^|;)\s*font-weight:\s*(?:bold|[6-9]00)/i],
  ['em', /(?:^|;)\s*font-style:\s*(?:italic|oblique)/i],
  ['s', /(?:^|;)\s*text-decoration(?:-line)?:[^;]*line-through/i],
  ['sup', /(?:^|;)\s*vertical-align:\s*super/i],
  ['sub', /(?:^|;)\s*vertical-align:\s*sub(?!\w)/i],
]
const MEANT: Readonly<Record<string, string>> = { b: 'strong', i: 'em', strike: 's' }
const NOT_BOLD = /(?:^|;)\s*font-weight:\s*(?:normal|[1-5]00)/i
/** A line, and not a block with blocks in it: a style on it is said of its words. */
const STYLED = new Set(['span', 'font', 'a', 'b', 'i', 'em', 'strong'])

/** Pasted elements with what they mean, and without how they looked. `heading`: bold says nothing there. */
export function cleanElements(nodes: readonly HtmlNode[], heading = false): HtmlNode[] {
  return nodes.flatMap((node) => (typeof node === 'string' ? [node] : cleanElement(node, heading)))
}

function cleanElement(element: HtmlElement, heading: boolean): HtmlNode[] {
  const { name, attributes } = element
  if (DROPPED.has(name) || attributes.class === 'Apple-interchange-newline') return []
  const style = attributes.style ?? ''
  // What Word hides: the marker of a list item once it has been read, deleted text.
  if (/display:\s*none|mso-hide:\s*all/i.test(style)) return []
  const inner = cleanElements(element.children, heading || HEADING.test(name))
  // Google Docs puts a <b> that is not bold around everything.
  const notBold = (name === 'b' || name === 'strong') && (heading || NOT_BOLD.test(style))
  const said = STYLED.has(name)
    ? STYLES.filter(([tag, looks]) => looks.test(style) && !(heading && tag === 'strong'))
    : []
  const dressed = said.reduce<HtmlNode[]>((children, [tag]) => [plainElement(tag, children)], inner)
  if (notBold || name === 'span' || name === 'font' || name.includes(':')) return dressed
  if (name === 'a') return link(attributes.href ?? '', attributes.title, dressed)
  return [{ name: MEANT[name] ?? name, attributes: keptOf(attributes), children: dressed }]
}

const plainElement = (name: string, children: HtmlNode[]): HtmlElement => ({ name, attributes: {}, children })

/** A place in the document it was copied from is nowhere in this one. */
function link(href: string, title: string | undefined, children: HtmlNode[]): HtmlNode[] {
  const address = withoutRedirect(href.trim())
  if (address === '' || address.startsWith('#') || address.startsWith('file:')) return children
  return [{ name: 'a', attributes: { href: address, ...(title && { title }) }, children }]
}

/** Google Docs, when a page of it is copied, leads every link past a page of Google's. */
function withoutRedirect(href: string): string {
  if (!/^https:\/\/www\.google\.com\/url\?/.test(href) || !URL.canParse(href)) return href
  return new URL(href).searchParams.get('q') ?? href
}

function keptOf(attributes: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => KEPT_ATTRIBUTES.has(name)))
}
