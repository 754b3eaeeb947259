import { type Held, hasClass, heldAttributes, isBare, withNumbers } from '@/lib/documents/attributes-of'
import type { DocumentNode } from '@/lib/documents/document'
import { type HtmlElement, type HtmlNode, isBlank, isElement, textIn } from '@/lib/documents/html-tree'
import type { NodeName } from '@/lib/documents/node-types'
import type { Notes } from '@/lib/documents/notes'
import { readFootnotes } from '@/lib/documents/read-footnotes'
import { isInline, pictureAttributes, readLine } from '@/lib/documents/read-line'
import { readTable } from '@/lib/documents/read-table'

/** What was imported keeps the direction it had there, and does not go by its first letters. */
export const AS_AROUND = { dir: null }

/** A block of a canonical body as a node of a document; null where it holds something that no document can. */
export function readBlock(element: HtmlElement, notes: Notes): DocumentNode | null {
  switch (element.name) {
    case '!':
      return { type: 'pageBreak' }
    case 'p':
      return lineNode('paragraph', element, notes, { spaced: true })
    case 'h2':
    case 'h3':
    case 'h4':
      return lineNode('heading', element, notes, { level: Number(element.name.slice(1)) })
    case 'ul':
      return partsNode('bulletList', element, heldAttributes(element), notes)
    case 'ol':
      return partsNode('orderedList', element, listAttributes(element), notes)
    case 'dl':
      return partsNode('descriptionList', element, heldAttributes(element), notes)
    case 'li':
      return blocksNode('listItem', element, heldAttributes(element), notes)
    case 'dt':
      return lineNode('descriptionTerm', element, notes)
    case 'dd':
      return blocksNode('descriptionDetails', element, heldAttributes(element), notes)
    case 'blockquote':
      return quote(element, notes)
    case 'figure':
      return figure(element, notes)
    case 'pre':
      return codeBlock(element)
    case 'hr':
      return isBare(element) ? { type: 'divider' } : null
    case 'details':
      return details(element, notes)
    case 'table':
      return readTable(element, notes)
    case 'section':
      return readFootnotes(element, notes)
    default:
      return null
  }
}

/** Blocks, and runs of text that stand among them without a paragraph of their own. */
export function readContent(nodes: readonly HtmlNode[], notes: Notes): DocumentNode[] | null {
  const content: DocumentNode[] = []
  let run: HtmlNode[] = []
  const endRun = () => {
    const line = readLine(run, notes)
    const blank = run.every(isBlank)
    run = []
    if (line !== null && !blank) content.push({ type: 'paragraph', attrs: AS_AROUND, content: line })
    return line !== null
  }
  for (const node of nodes) {
    if (isInline(node)) {
      run.push(node)
      continue
    }
    const block = endRun() && typeof node === 'object' ? readBlock(node, notes) : null
    if (block === null || block.type === 'pageBreak' || block.type === 'footnotes') return null
    content.push(block)
  }
  return endRun() ? content : null
}

export function blocksNode(
  type: NodeName,
  element: HtmlElement,
  attrs: Held | null,
  notes: Notes,
): DocumentNode | null {
  const content = readContent(element.children, notes)
  if (attrs === null || content === null) return null
  return { type, attrs, content: content.length > 0 ? content : [{ type: 'paragraph', attrs: AS_AROUND }] }
}

function lineNode(type: NodeName, element: HtmlElement, notes: Notes, own: Held = {}): DocumentNode | null {
  const attrs = heldAttributes(element)
  const content = readLine(element.children, notes)
  return attrs === null || content === null ? null : { type, attrs: { ...AS_AROUND, ...attrs, ...own }, content }
}

/** A list: nothing stands in it but its items. */
function partsNode(type: NodeName, element: HtmlElement, attrs: Held | null, notes: Notes): DocumentNode | null {
  const content: DocumentNode[] = []
  for (const child of element.children) {
    if (isBlank(child)) continue
    const part = typeof child === 'object' ? readBlock(child, notes) : null
    if (part === null) return null
    content.push(part)
  }
  return attrs === null ? null : { type, attrs, content }
}

function listAttributes(element: HtmlElement): Held | null {
  const held = withNumbers(heldAttributes(element, { start: 'start', reversed: 'reversed' }), 'start')
  return held && 'reversed' in held ? { ...held, reversed: true } : held
}

function quote(element: HtmlElement, notes: Notes): DocumentNode | null {
  const last = element.children.at(-1)
  const footer = isElement(last, 'footer') ? last : null
  const content = readContent(footer ? element.children.slice(0, -1) : element.children, notes)
  const attrs = heldAttributes(element, {}, 'pull-quote')
  if (content === null || content.length === 0 || attrs === null) return null
  if (footer) {
    const source = lineNode('quoteSource', footer, notes)
    if (source === null) return null
    content.push(source)
  }
  return { type: 'quote', attrs: hasClass(element, 'pull-quote') ? { ...attrs, pull: true } : attrs, content }
}

function codeBlock(element: HtmlElement): DocumentNode | null {
  const [only] = element.children
  const inner = isElement(only, 'code') && element.children.length === 1 && isBare(only) ? only : element
  const attrs = heldAttributes(element)
  if (attrs === null || inner.children.some((child) => typeof child !== 'string')) return null
  const content: DocumentNode[] = [{ type: 'text', text: textIn(inner.children) }]
  return { type: 'codeBlock', attrs: inner === element ? { ...attrs, plain: true } : attrs, content }
}

function details(element: HtmlElement, notes: Notes): DocumentNode | null {
  const [head, ...rest] = element.children.filter((child) => !isBlank(child))
  const attrs = heldAttributes(element)
  if (!isElement(head, 'summary') || attrs === null) return null
  const summary = lineNode('detailsSummary', head, notes)
  const content = readContent(rest, notes)
  return summary === null || content === null ? null : { type: 'details', attrs, content: [summary, ...content] }
}

function figure(element: HtmlElement, notes: Notes): DocumentNode | null {
  const parts = element.children.filter((child) => !isBlank(child))
  const captions = parts.filter((part) => isElement(part, 'figcaption'))
  const shown = parts.filter((part) => !isElement(part, 'figcaption'))
  // A caption that stands above is not where ours is drawn.
  if (captions.length > 1 || (captions.length === 1 && parts.at(-1) !== captions[0])) return null
  const caption = captions[0] ?? null
  if (caption && !isBare(caption)) return null
  if (hasClass(element, 'embed')) return embed(element, shown, caption, notes)
  if (shown.some((part) => isElement(part, 'figure'))) return gallery(element, shown, caption, notes)
  return image(element, shown, caption, notes) ?? captioned(element, shown, caption, notes)
}

function image(
  element: HtmlElement,
  shown: HtmlNode[],
  caption: HtmlElement | null,
  notes: Notes,
): DocumentNode | null {
  const [first] = shown
  const link = isElement(first, 'a') ? first : null
  const picture = link ? link.children[0] : first
  const attrs = heldAttributes(element)
  if (shown.length !== 1 || (link && link.children.length !== 1) || !isElement(picture, 'img') || attrs === null) {
    return null
  }
  const { href, ...ofLink } = link?.attributes ?? {}
  const { src = '', alt = '', width, height, ...ofPicture } = pictureAttributes(picture) ?? { other: true }
  if (Object.keys(ofLink).length > 0 || Object.keys(ofPicture).length > 0) return null
  const pictured = { src, alt, ...(width !== undefined && { width }), ...(height !== undefined && { height }) }
  const { children, credit } = partCredit(caption?.children ?? [])
  const content = readLine(children, notes)
  if (content === null) return null
  const said = { ...(href !== undefined && { href }), ...(credit !== null && { credit }) }
  return { type: 'image', attrs: { ...attrs, ...pictured, ...said }, content }
}

/** The credit at the end of a caption, where it is plain words. */
function partCredit(children: HtmlNode[]): { children: HtmlNode[]; credit: string | null } {
  const last = children.at(-1)
  const plain = isElement(last, 'span') && Object.keys(last.attributes).length === 1 && hasClass(last, 'credit')
  if (!plain || last.children.some((child) => typeof child !== 'string')) return { children, credit: null }
  const before = children.slice(0, -1)
  const text = before.at(-1)
  if (typeof text === 'string') before[before.length - 1] = text.trimEnd()
  return { children: before.filter((child) => child !== ''), credit: textIn(last.children) }
}

function gallery(
  element: HtmlElement,
  shown: HtmlNode[],
  caption: HtmlElement | null,
  notes: Notes,
): DocumentNode | null {
  const attrs = heldAttributes(element, {}, 'gallery')
  if (!hasClass(element, 'gallery') || attrs === null) return null
  const content: DocumentNode[] = []
  for (const part of shown) {
    const read = isElement(part, 'figure') ? figure(part, notes) : null
    if (read?.type !== 'image') return null
    content.push(read)
  }
  return withCaption({ type: 'gallery', attrs, content }, caption, notes)
}

function captioned(
  element: HtmlElement,
  shown: HtmlNode[],
  caption: HtmlElement | null,
  notes: Notes,
): DocumentNode | null {
  const attrs = heldAttributes(element)
  const content = readContent(shown, notes)
  if (attrs === null || content === null || content.length === 0) return null
  return withCaption({ type: 'figure', attrs, content }, caption, notes)
}

function withCaption(figured: DocumentNode, caption: HtmlElement | null, notes: Notes): DocumentNode | null {
  if (caption === null) return figured
  const line = readLine(caption.children, notes)
  if (line === null) return null
  return { ...figured, content: [...(figured.content ?? []), { type: 'figureCaption', content: line }] }
}

function embed(
  element: HtmlElement,
  shown: HtmlNode[],
  caption: HtmlElement | null,
  notes: Notes,
): DocumentNode | null {
  const [link] = shown
  const attrs = heldAttributes(element, {}, 'embed')
  const content = readLine(caption?.children ?? [], notes)
  if (shown.length !== 1 || !isElement(link, 'a') || attrs === null || content === null) return null
  const { href = '', ...others } = link.attributes
  if (Object.keys(others).length > 0 || link.children.some((child) => typeof child !== 'string')) return null
  const title = textIn(link.children)
  return { type: 'embed', attrs: { ...attrs, href, ...(title !== href && { title }) }, content }
}
