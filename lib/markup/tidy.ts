import type { Element, ElementContent, Properties } from 'hast'
import type { BodyNode } from '@/lib/markup/containers'
import { roleOf } from '@/lib/markup/vocabulary'

const BLANK = /^\s*$/
// Attributes are written in this order whatever order they came in, so that equal bodies are equal strings.
const ORDER = [
  'id',
  'className',
  'lang',
  'dir',
  'href',
  'src',
  'alt',
  'title',
  'width',
  'height',
  'start',
  'reversed',
  'scope',
  'colSpan',
  'rowSpan',
  'dateTime',
]
const KEEPS_EMPTY = new Set(['br', 'hr', 'img', 'td', 'th'])
const HOLDS_NO_FIGURE = new Set(['figcaption', 'caption', 'dt'])

/**
 * Finished blocks made neat: space folded, runs of no-break spaces too, nothing empty, an image that stands alone in
 * a figure. `parent` is the element they stand in ("" for the body itself). Tidying what is tidy changes nothing.
 */
export function tidy(nodes: readonly BodyNode[], parent: string, preformatted = false): BodyNode[] {
  const kept: BodyNode[] = []
  for (const node of nodes) {
    for (const tidied of node.type === 'element' ? tidyElement(node, parent, preformatted) : [node]) {
      const last = kept.at(-1)
      if (tidied.type === 'text' && last?.type === 'text') last.value += tidied.value
      else kept.push(tidied)
    }
  }
  if (preformatted) return kept
  const folded = kept.filter((node, index) => {
    if (node.type !== 'text') return true
    node.value = foldSpace(node.value)
    // The space at a line's ends is none.
    if (isLineBreak(kept[index - 1])) node.value = node.value.replace(/^ /, '')
    if (isLineBreak(kept[index + 1])) node.value = node.value.replace(/ $/, '')
    return node.value !== ''
  })
  return roleOf(parent).role === 'inline' ? folded : trimRuns(folded)
}

function tidyElement(element: Element, parent: string, preformatted: boolean): BodyNode[] {
  const name = element.tagName
  element.properties = ordered(element.properties)
  const children = tidy(element.children, name, preformatted || name === 'pre') as ElementContent[]
  element.children = name === 'pre' ? trimLines(children) : children
  if (name === 'figure') return tidyFigure(element, parent)
  if (KEEPS_EMPTY.has(name)) return [element]
  if (children.every((child) => child.type === 'text' && BLANK.test(child.value))) {
    return roleOf(name).role === 'inline' ? children : []
  }
  if (roleOf(name).role === 'inline' && children.every(isBreakOrBlank)) return children
  return isTextBlock(name) && !HOLDS_NO_FIGURE.has(parent) ? figuresOf(element, parent) : [element]
}

function isTextBlock(name: string): boolean {
  return name === 'p' || name === 'h2' || name === 'h3' || name === 'h4'
}

/** A paragraph of nothing but images: a figure for each, in a figure just the images. */
function figuresOf(paragraph: Element, parent: string): BodyNode[] {
  const images = loneImages(paragraph.children)
  if (images === null || images.length === 0) return [paragraph]
  if (parent === 'figure') return images
  return images.map((image, index) => ({
    type: 'element',
    tagName: 'figure',
    properties: index === 0 ? paragraph.properties : {},
    children: [image],
  }))
}

/** The images if there is nothing else, each in its link; else null. */
function loneImages(nodes: readonly ElementContent[]): Element[] | null {
  const images: Element[] = []
  for (const node of nodes) {
    if (isBreakOrBlank(node)) continue
    if (node.type !== 'element' || roleOf(node.tagName).role === 'break') return null
    if (node.tagName === 'img') {
      images.push(node)
      continue
    }
    const inner = loneImages(node.children)
    if (inner === null) return null
    // One link around several images becomes one around each; only the first may keep the id.
    const { id: _, ...properties } = node.properties
    const linked = inner.map((image, index) => ({
      ...node,
      properties: index === 0 ? node.properties : properties,
      children: [image],
    }))
    images.push(...(node.tagName === 'a' ? linked : inner))
  }
  return images
}

/** A figure that lost what it showed is a paragraph with its caption; one around a single figure is that figure. */
function tidyFigure(figure: Element, parent: string): BodyNode[] {
  const shown = figure.children.filter((child) => !isNamed(child, 'figcaption'))
  if (shown.length === 0) {
    const caption = figure.children.flatMap((child) => (child.type === 'element' ? child.children : []))
    return paragraphs(caption, parent)
  }
  const [only] = figure.children
  if (figure.children.length === 1 && only !== undefined && isNamed(only, 'figure')) {
    only.properties = ordered({ ...figure.properties, ...only.properties })
    return [only]
  }
  return [figure]
}

/** The same blocks, with a paragraph around each run of inline content. */
function paragraphs(nodes: readonly ElementContent[], parent: string): BodyNode[] {
  const blocks: Element[] = []
  let run: Element | null = null
  for (const node of nodes) {
    if (node.type === 'element' && !isInline(node)) {
      run = null
      blocks.push(node)
    } else if (run === null) {
      run = { type: 'element', tagName: 'p', properties: {}, children: [node] }
      blocks.push(run)
    } else {
      run.children.push(node)
    }
  }
  return blocks.flatMap((block) => tidyElement(block, parent, false))
}

/** Space and line breaks at the ends of each run of inline content go, and runs of nothing else. */
function trimRuns(nodes: BodyNode[]): BodyNode[] {
  const kept: BodyNode[] = []
  let start = 0
  for (let end = 0; end <= nodes.length; end++) {
    const node = nodes[end]
    if (node !== undefined && isInline(node)) continue
    kept.push(...trimRun(nodes.slice(start, end)))
    if (node !== undefined) kept.push(node)
    start = end + 1
  }
  return kept
}

function trimRun(run: BodyNode[]): BodyNode[] {
  let first = 0
  let last = run.length - 1
  for (let node = run[first]; node !== undefined && isBreakOrBlank(node); node = run[first]) first++
  for (let node = run[last]; last > first && node !== undefined && isBreakOrBlank(node); node = run[last]) last--
  const kept = run.slice(first, last + 1)
  const head = kept[0]
  const tail = kept.at(-1)
  if (head?.type === 'text') head.value = head.value.trimStart()
  if (tail?.type === 'text') tail.value = tail.value.trimEnd()
  return kept
}

/** The first newline of preformatted text is not part of it when it is read; so none is written. */
function trimLines(nodes: ElementContent[]): ElementContent[] {
  const head = nodes[0]
  const tail = nodes.at(-1)
  if (head?.type === 'text') head.value = head.value.replace(/^\n+/, '')
  if (tail?.type === 'text') tail.value = tail.value.trimEnd()
  return nodes.filter((node) => node.type !== 'text' || node.value !== '')
}

function foldSpace(text: string): string {
  return text.replace(/[ \t\n\f]+/g, ' ').replace(/[ \u00a0]{2,}/g, ' ')
}

function isInline(node: BodyNode): boolean {
  return (
    node.type === 'text' ||
    (node.type === 'element' &&
      (node.tagName === 'br' || node.tagName === 'img' || roleOf(node.tagName).role === 'inline'))
  )
}

function isBreakOrBlank(node: BodyNode): boolean {
  return isNamed(node, 'br') || (node.type === 'text' && BLANK.test(node.value))
}

function isLineBreak(node: BodyNode | undefined): boolean {
  return node !== undefined && isNamed(node, 'br')
}

function isNamed(node: BodyNode, name: string): node is Element {
  return node.type === 'element' && node.tagName === name
}

function ordered(properties: Properties): Properties {
  const names = Object.keys(properties)
  if (names.length < 2) return properties
  return Object.fromEntries(
    names.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)).map((name) => [name, properties[name]]),
  )
}
