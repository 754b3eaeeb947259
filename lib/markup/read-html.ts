import { type Handler, Parser } from 'htmlparser2'
import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  type TreeAdapter,
} from 'parse5'
import type { BodyBuilder } from '@/lib/markup/body-builder'
import { roleOf } from '@/lib/markup/vocabulary'

type Node = DefaultTreeAdapterTypes.ChildNode
type Nodes = readonly Node[]

// Measured: parse5's tree takes some 35 bytes of memory for each character, and a megabyte is no news article.
const MAX_TREE_CHARACTERS = 1_000_000
// parse5 holds each attribute of a tag against all before it; this many it still does at once.
const MAX_ATTRIBUTES = 1_000
// Deeper trees overflow the stack of whoever walks them; browsers stop at 512.
const MAX_DEPTH = 500

class TooTangled extends Error {}

/**
 * Reads HTML as a browser would (parse5) and tells the builder.
 *
 * What no honest body is – over a megabyte, nested by the hundred, a tag of a thousand attributes, or growing by the
 * square of its length as it is parsed, like `<b id=1><p><b id=2><p>…` – is read by a tokenizer in linear time instead.
 * The two may disagree about broken markup; the builder makes either reading safe.
 */
export function readHtml(html: string, builder: BodyBuilder): void {
  const honest = html.length <= MAX_TREE_CHARACTERS && !hasMonstrousTag(html)
  const nodes = honest ? parseTree(html) : null
  if (nodes === null) readTokens(html, builder)
  else readNodes(nodes, builder)
}

function parseTree(html: string): Nodes | null {
  try {
    // With a doctype and in a body, as it will stand in a page: a fragment would keep cells outside tables, for one.
    const document = parse(`<!doctype html><body>${html}`, {
      treeAdapter: watchedTree(html.length),
      scriptingEnabled: false,
    })
    const root = document.childNodes.find((node) => node.nodeName === 'html')
    const parts = root !== undefined && 'childNodes' in root ? root.childNodes : []
    return parts.flatMap((part) => (part.nodeName === 'body' && 'childNodes' in part ? part.childNodes : []))
  } catch (error) {
    if (error instanceof TooTangled) return null
    throw error
  }
}

function hasMonstrousTag(html: string): boolean {
  if (html.length < 4 * MAX_ATTRIBUTES) return false
  let attributes = 0
  let most = 0
  const parser = new FlatParser({
    onopentagname() {
      attributes = 0
    },
    onattribute() {
      most = Math.max(most, ++attributes)
    },
  })
  parser.end(html)
  return most > MAX_ATTRIBUTES
}

/** Keeps no stack of open elements: for what is asked of the tags alone. */
class FlatParser extends Parser {
  override isVoidElement(): boolean {
    return true
  }
}

function watchedTree(characters: number): TreeAdapter<DefaultTreeAdapterMap> {
  // An element takes three characters at least, but parsers add their own (<tbody>, formatting opened again).
  let elementsLeft = 200 + characters
  let depth = 0
  return {
    ...defaultTreeAdapter,
    createElement(...element) {
      if (--elementsLeft < 0) throw new TooTangled()
      return defaultTreeAdapter.createElement(...element)
    },
    onItemPush() {
      if (++depth > MAX_DEPTH) throw new TooTangled()
    },
    onItemPop() {
      depth--
    },
  }
}

function readNodes(nodes: Nodes, builder: BodyBuilder): void {
  for (const node of nodes) {
    if ('value' in node) builder.text(node.value)
    else if ('data' in node) builder.comment(node.data)
    else if ('tagName' in node) {
      // parse5 spells elements of SVG with capitals, and they are none of ours.
      const name = node.tagName.toLowerCase()
      const attributes = new Map(node.attrs.map((attribute) => [attribute.name, attribute.value]))
      const sources = roleOf(name).role === 'embed' ? addressesIn(node.childNodes) : []
      if (builder.open({ name, attributes }, sources)) {
        readNodes(node.childNodes, builder)
        builder.close()
      }
    }
  }
}

/** What the children of an audio, video or object say to load. */
function addressesIn(nodes: Nodes): string[] {
  return nodes.flatMap((node) => {
    if (!('tagName' in node)) return []
    const own = node.attrs.filter(({ name }) => name === 'src' || name === 'data' || name === 'value')
    return [...own.map(({ value }) => value), ...addressesIn(node.childNodes)]
  })
}

function readTokens(html: string, builder: BodyBuilder): void {
  const opened: boolean[] = []
  let dropping = 0
  const full = (name: string) => opened.length >= MAX_DEPTH && (dropping > 0 || roleOf(name).role !== 'dropped')
  const parser = new ShallowParser(full, {
    onopentag(name, attributes) {
      const wanted = dropping === 0 && builder.open({ name, attributes: new Map(Object.entries(attributes)) }, [])
      opened.push(wanted)
      if (!wanted) dropping++
    },
    onclosetag() {
      if (opened.pop()) builder.close()
      else dropping--
    },
    ontext(text) {
      if (dropping === 0) builder.text(text)
    },
    oncomment(comment) {
      if (dropping === 0) builder.comment(comment)
    },
  })
  parser.end(html)
}

/** Closes at once what is opened too deep: htmlparser2 takes as long for each tag as its stack of open elements is. */
class ShallowParser extends Parser {
  /** Whether the tag being read is closed at once; undefined until asked, null for an end tag. */
  private closesAtOnce: boolean | undefined | null

  constructor(
    private readonly isFull: (name: string) => boolean,
    handler: Partial<Handler>,
  ) {
    super(handler)
  }

  override isVoidElement(name: string): boolean {
    if (super.isVoidElement(name)) return true
    if (this.closesAtOnce === undefined) this.closesAtOnce = this.isFull(name)
    return this.closesAtOnce ?? false
  }

  override onopentagname(start: number, end: number): void {
    this.closesAtOnce = undefined
    super.onopentagname(start, end)
  }

  override onclosetag(start: number, end: number): void {
    this.closesAtOnce = null
    super.onclosetag(start, end)
  }
}
