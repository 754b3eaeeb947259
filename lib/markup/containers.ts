import type { Comment, Element, ElementContent, Properties } from 'hast'

export type BodyNode = ElementContent | Comment

type Kind = 'flow' | 'list' | 'dl' | 'table' | 'rows' | 'row'

export type Frame = {
  kind: Kind
  name: string
  children: BodyNode[]
  /** Text may stand in it without a paragraph. */
  loose: boolean
  /** Opened because what came could not stand where it was; ends as soon as something comes that does not need it. */
  implicit: boolean
  lang: Properties[string]
  dir: Properties[string]
}

// Enough for any honest body; whatever nests deeper leaves its children only.
const MAX_DEPTH = 40
// A list of a million items becomes several: a body of any size is written in the memory that these take.
const MAX_UNFINISHED = 100_000

const KINDS: Readonly<Record<string, Kind>> = {
  ul: 'list',
  ol: 'list',
  dl: 'dl',
  table: 'table',
  thead: 'rows',
  tbody: 'rows',
  tfoot: 'rows',
  tr: 'row',
}
const LOOSE = new Set(['li', 'dt', 'dd', 'td', 'th', 'figure', 'figcaption', 'caption', 'footer'])

/** What is put where something cannot stand directly, by kind of the container. */
const FILLING: Readonly<Partial<Record<Kind, string>>> = {
  list: 'li',
  dl: 'dd',
  table: 'tbody',
  rows: 'tr',
  row: 'td',
}
const PARENT: Readonly<Record<string, Kind>> = {
  li: 'list',
  dt: 'dl',
  dd: 'dl',
  thead: 'table',
  tbody: 'table',
  tfoot: 'table',
  tr: 'rows',
  td: 'row',
  th: 'row',
}

/** The open blocks that hold blocks, innermost last: what may stand in what. */
export class Containers {
  private readonly frames: [Frame, ...Frame[]]
  private unfinished = 0

  /** `finished` gets the blocks of the body itself, as soon as nothing can be added to them. */
  constructor(private readonly finished: (nodes: BodyNode[]) => void) {
    this.frames = [
      {
        kind: 'flow',
        name: '',
        children: [],
        loose: false,
        implicit: false,
        lang: undefined,
        dir: undefined,
      },
    ]
  }

  private get top(): Frame {
    return this.frames.at(-1) ?? this.frames[0]
  }

  atRoot(): boolean {
    this.dropImplicit()
    return this.frames.length === 1
  }

  wantsSummary(): boolean {
    return this.top.name === 'details' && this.top.children.length === 0
  }

  /** Hands on the finished blocks: no run of text is open now. */
  flush(): void {
    const [root] = this.frames
    if (this.frames.length > 1 || root.children.length === 0) return
    this.unfinished = 0
    this.finished(root.children.splice(0))
  }

  /** Counts what is added. Once it is too much to keep in memory, ends every open block and answers true. */
  count(): boolean {
    if (++this.unfinished < MAX_UNFINISHED) return false
    this.frames.length = 1
    this.flush()
    return true
  }

  finish(): void {
    this.frames.length = 1
    this.flush()
  }

  /** The frame that a run of text, a paragraph or a figure goes into now. */
  flowFrame(): Frame {
    this.dropImplicit()
    for (let filling = FILLING[this.top.kind]; filling !== undefined; filling = FILLING[this.top.kind]) {
      this.push(filling, {}, true)
    }
    return this.top
  }

  add(node: BodyNode): void {
    this.flowFrame().children.push(node)
  }

  /** A figure of its own, or the content of the figure that was opened for it. */
  addEmbed(link: Element): void {
    const { top } = this
    const figure = this.nodeOf(top)
    if (figure?.tagName === 'figure' && top.children.length === 0) {
      const classes = Array.isArray(figure.properties.className) ? figure.properties.className : []
      figure.properties.className = [...new Set([...classes, 'embed'])].sort()
      top.children.push(link)
    } else {
      this.add({ type: 'element', tagName: 'figure', properties: { className: ['embed'] }, children: [link] })
    }
  }

  /**
   * Opens a block that holds blocks and answers what `leave` needs, or null where it may not stand: then it is only a
   * wrapper. `properties` is asked for when it is known what surrounds the block.
   */
  enter(name: string, properties: (surroundings: Frame) => Properties): number | null {
    if (!this.makeRoom(name)) return null
    const length = this.frames.length
    this.push(name, properties(this.top), false)
    return length
  }

  leave(length: number): void {
    if (length < this.frames.length) this.frames.length = length
  }

  private makeRoom(name: string): boolean {
    this.count()
    if (this.frames.length >= MAX_DEPTH) return false
    const parent = PARENT[name]
    if (parent !== undefined) return this.makeRoomForPart(name, parent)
    if (name === 'figcaption' || name === 'caption') {
      const { name: around, children } = this.top
      const taken = children.some((child) => child.type === 'element' && child.tagName === name)
      return around === (name === 'caption' ? 'table' : 'figure') && !taken
    }
    // A table in the caption of a table would end the caption when it is read again.
    if (name === 'table' && this.frames.some((frame) => frame.name === 'caption')) return false
    if (KINDS[name] === 'list' && this.top.kind === 'list') this.reopenItem()
    this.flowFrame()
    return true
  }

  /** A list item or a part of a table: an item makes its own list, a part without a table is none. */
  private makeRoomForPart(name: string, parent: Kind): boolean {
    while (this.top.implicit && this.top.kind !== parent) this.frames.pop()
    if (this.top.kind === parent) return true
    if (parent === 'list' || parent === 'dl') {
      this.flowFrame()
      this.push(parent === 'list' ? 'ul' : 'dl', {}, true)
      return true
    }
    const needs = parent === 'row' ? ['table', 'rows'] : parent === 'rows' ? ['table'] : []
    if (!needs.includes(this.top.kind)) return false
    while (this.top.kind !== parent) this.push(FILLING[this.top.kind] ?? name, {}, true)
    return true
  }

  /** A list right in a list belongs to the item before it. */
  private reopenItem(): void {
    const item = this.top.children.at(-1)
    if (item?.type !== 'element') return
    this.frames.push({
      ...this.top,
      kind: 'flow',
      name: 'li',
      children: item.children,
      loose: true,
      implicit: true,
    })
  }

  private dropImplicit(): void {
    while (this.top.implicit && this.top.kind !== 'flow') this.frames.pop()
  }

  private push(name: string, properties: Properties, implicit: boolean): void {
    const { lang, dir } = this.top
    const node: Element = { type: 'element', tagName: name, properties, children: [] }
    if (name === 'caption') this.top.children.unshift(node)
    else this.top.children.push(node)
    this.frames.push({
      kind: KINDS[name] ?? 'flow',
      name,
      children: node.children,
      loose: LOOSE.has(name),
      implicit,
      lang: properties.lang ?? lang,
      dir: properties.dir ?? dir,
    })
  }

  private nodeOf(frame: Frame): Element | undefined {
    const around = this.frames.at(-2)?.children.at(-1)
    return around?.type === 'element' && around.children === frame.children ? around : undefined
  }
}
