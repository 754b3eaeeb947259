import { Parser } from 'htmlparser2'
import { escapeHtml } from '@/lib/markup/escape'

export type HtmlElement = { name: string; attributes: Record<string, string>; children: HtmlNode[] }
export type HtmlNode = string | HtmlElement
/** A block of a body and how it is written there. A comment's name is "!". */
export type HtmlBlock = { node: HtmlNode; source: string }

/** The blocks of a body, or of anything else that is HTML, in order; elements of any depth. */
export function readBlocks(html: string): HtmlBlock[] {
  const blocks: HtmlBlock[] = []
  const open: HtmlElement[] = []
  let start = 0
  const add = (node: HtmlNode) => {
    const parent = open.at(-1)
    if (parent) parent.children.push(node)
    else blocks.push({ node, source: html.slice(parser.startIndex, parser.endIndex + 1) })
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      if (open.length === 0) start = parser.startIndex
      const element = { name, attributes, children: [] }
      add(element)
      open.push(element)
    },
    ontext(text) {
      const siblings = open.at(-1)?.children
      const last = siblings?.at(-1)
      if (siblings && typeof last === 'string') siblings[siblings.length - 1] = last + text
      else add(text)
    },
    oncomment(comment) {
      add({ name: '!', attributes: {}, children: [comment] })
    },
    onclosetag() {
      open.pop()
      const block = blocks.at(-1)
      if (open.length === 0 && block) block.source = html.slice(start, parser.endIndex + 1)
    },
  })
  parser.end(html)
  return blocks
}

export const isElement = (node: HtmlNode | undefined, name: string): node is HtmlElement =>
  typeof node === 'object' && node.name === name

export const isBlank = (node: HtmlNode): boolean => typeof node === 'string' && !/\S/.test(node)

/** The text in it, as it is written. */
export function textIn(nodes: readonly HtmlNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : textIn(node.children))).join('')
}

const VOID = new Set(['br', 'hr', 'img'])

/** Nodes as HTML again, escaped; comments are left out. */
export function writeHtml(nodes: readonly HtmlNode[]): string {
  return nodes.map(writeNode).join('')
}

function writeNode(node: HtmlNode): string {
  if (typeof node === 'string') return escapeHtml(node)
  if (node.name === '!') return ''
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeHtml(value)}"`)
  const open = `<${node.name}${attributes.join('')}>`
  return VOID.has(node.name) ? open : `${open}${writeHtml(node.children)}</${node.name}>`
}
