import type { Element, Properties } from 'hast'
import { imageAddress } from '@/lib/markup/addresses'
import { bodyProperties, type RawElement } from '@/lib/markup/attributes'
import { visibleText } from '@/lib/markup/characters'
import { type BodyNode, Containers, type Frame } from '@/lib/markup/containers'
import { embedLink } from '@/lib/markup/embed-link'
import { roleOf } from '@/lib/markup/vocabulary'

/** Sees each element before the allow-list does; may change it in place, or put a text in its place by answering one. */
export type Rewrite = (element: RawElement) => string | undefined

type Leaf = { name: string; properties: Properties }
type Inline = { name: string; properties: Properties; node: Element | null; cost: number }
type Scope = { lang: string | undefined; dir: string | undefined }

const MAX_INLINES = 12
const PLAIN_LEAVES = new Set(['pre', 'summary'])
const LAZY_SOURCES = ['src', 'data-src', 'data-lazy-src', 'data-original']

/**
 * Makes a canonical body out of the events of any reader of HTML.
 *
 * What it builds is well formed by construction, whatever comes in: blocks never stand in paragraphs, links never in
 * links, items only in lists, cells only in rows. So a browser reads the written HTML as the very tree that was
 * written, which is what closes the door to markup that changes its meaning when it is parsed again. Formatting that
 * stands around blocks (`<b><p>`) is pushed down into each of them.
 */
export class BodyBuilder {
  readonly removed: Record<string, number> = {}
  private readonly containers: Containers
  private leaf: Leaf | null = null
  private readonly inlines: Inline[] = []
  /** Where the current run of inline content goes; null between runs. */
  private host: BodyNode[] | null = null
  private scope: Scope = { lang: undefined, dir: undefined }
  private pendingId: string | undefined
  private lastImage = ''
  private noscripts = 0
  private readonly undo: (() => void)[] = []

  /**
   * @param ids given so far; shared by the pages of one article
   * @param targets fragments that the body links to: the ids of wrappers are kept for these only
   * @param budget characters that formatting may take: broken markup repeats it in every block that follows
   */
  constructor(
    finished: (nodes: BodyNode[]) => void,
    private readonly ids: Set<string>,
    private readonly targets: ReadonlySet<string>,
    private budget: number,
    private readonly rewrite: Rewrite | undefined,
  ) {
    this.containers = new Containers(finished)
  }

  /** True if the element's children are wanted, and `close` is to follow them. `sources`: addresses its children give. */
  open(element: RawElement, sources: readonly string[]): boolean {
    const text = this.rewrite?.(element)
    if (text !== undefined) {
      this.text(text)
      return false
    }
    const { role, name, counted } = roleOf(element.name)
    if (counted) this.refuse(element.name)
    switch (role) {
      case 'nothing':
      case 'dropped':
        return false
      case 'break':
        this.addBreak(name)
        return false
      case 'image':
        this.addImage(element)
        return false
      case 'embed':
        this.addEmbed(element, sources)
        return false
      case 'inline':
        return this.openInline(name, element)
      case 'unwrapped':
        return this.openWrapper(element)
      case 'leaf':
        return this.openLeaf(name, element)
      default:
        return this.openBlock(role === 'block' ? null : name, element)
    }
  }

  close(): void {
    this.undo.pop()?.()
  }

  text(raw: string): void {
    const value = visibleText(raw)
    if (this.host === null && !/\S/.test(value)) return
    const children = this.target()
    const last = children.at(-1)
    if (last?.type === 'text') last.value += value
    else children.push({ type: 'text', value })
  }

  /** The one comment that means something, and only between blocks of the body itself. */
  comment(value: string): void {
    if (value !== 'nextpage' || !this.containers.atRoot()) return
    this.endRun()
    this.containers.add({ type: 'comment', value })
  }

  finish(): void {
    while (this.undo.length > 0) this.close()
    this.endRun()
    this.containers.finish()
  }

  private refuse = (what: string): void => {
    this.removed[what] = (this.removed[what] ?? 0) + 1
  }

  private endRun(): void {
    this.host = null
    for (const inline of this.inlines) inline.node = null
    this.containers.flush()
  }

  private openLeaf(wanted: string, element: RawElement): boolean {
    if (this.leaf !== null && (PLAIN_LEAVES.has(this.leaf.name) || (wanted === 'p' && this.leaf.name !== 'p'))) {
      return this.openSoftly()
    }
    const name = wanted === 'summary' && !this.containers.wantsSummary() ? 'p' : wanted
    const properties = bodyProperties(name, element.attributes, this.refuse)
    return this.interrupt(properties, { name, properties })
  }

  /** A block that holds blocks. Null, or where the name may not stand here: a wrapper that only parts paragraphs. */
  private openBlock(name: string | null, element: RawElement): boolean {
    if (this.leaf !== null && PLAIN_LEAVES.has(this.leaf.name)) return this.openSoftly()
    if (name === null && this.leaf !== null && this.leaf.name !== 'p') return this.openSoftly()
    const properties = bodyProperties(name ?? '', element.attributes, this.refuse)
    this.endRun()
    // A section is kept only as the one that holds the footnotes.
    const stands = name !== null && (name !== 'section' || String(properties.className) === 'footnotes')
    const length = stands ? this.containers.enter(name, (around) => this.dress(properties, around)) : null
    if (length === null) {
      this.keepTarget(properties.id)
      return this.interrupt(properties, this.leaf)
    }
    return this.interrupt(properties, null, () => this.containers.leave(length))
  }

  /** Ends the run of text, goes on with `leaf` in it, and resumes the leaf of before when the element is closed. */
  private interrupt(properties: Properties, leaf: Leaf | null, leave?: () => void): boolean {
    const { leaf: outer, scope } = this
    this.endRun()
    this.leaf = leaf
    this.scope = inner(scope, properties)
    this.undo.push(() => {
      this.endRun()
      leave?.()
      this.leaf = outer
      this.scope = scope
    })
    return true
  }

  /** A block where only text may be, as in a heading or preformatted text: parts words, no more. */
  private openSoftly(): boolean {
    this.softBreak()
    this.undo.push(() => this.softBreak())
    return true
  }

  private softBreak(): void {
    if (this.host !== null) this.text(this.leaf?.name === 'pre' ? '\n' : ' ')
  }

  private openWrapper(element: RawElement): boolean {
    const properties = bodyProperties('', element.attributes, this.refuse)
    this.keepTarget(properties.id)
    const { scope } = this
    this.scope = inner(scope, properties)
    if (element.name === 'noscript') this.noscripts++
    this.undo.push(() => {
      this.scope = scope
      if (element.name === 'noscript') this.noscripts--
    })
    return true
  }

  private openInline(name: string, element: RawElement): boolean {
    const { attributes } = element
    // <a name> was the way to give a place in the text a name; the id of what follows does it now.
    const anchor = name === 'a' ? attributes.get('name') : undefined
    if (anchor !== undefined && !attributes.has('id')) attributes.set('id', anchor)
    const properties = bodyProperties(name, attributes, this.refuse)
    const { id, ...marks } = properties
    const { className, lang, dir, href } = marks
    const useless =
      (name === 'a' && href === undefined) ||
      (name === 'span' && className === undefined && lang === undefined && dir === undefined) ||
      (Object.keys(marks).length === 0 && this.inlines.some((inline) => inline.name === name)) ||
      this.inlines.length >= MAX_INLINES
    if (useless) {
      if (name === 'a' && typeof id === 'string') this.pendingId ??= id
      else this.keepTarget(id)
      this.undo.push(nothing)
      return true
    }
    if (name === 'a') this.reopenInlines()
    this.inlines.push({ name, properties, node: null, cost: leastSize(name, properties) })
    this.undo.push(() => {
      this.inlines.pop()
      if (name === 'a') this.reopenInlines()
    })
    return true
  }

  /** A link in a link takes its place: what was open is closed, and opened again for the text that follows. */
  private reopenInlines(): void {
    for (const inline of this.inlines) inline.node = null
  }

  private addBreak(name: string): void {
    if (name === 'br') {
      if (this.leaf?.name === 'pre') this.text('\n')
      else if (this.host !== null) this.target().push(emptyElement('br'))
    } else if (this.leaf !== null && PLAIN_LEAVES.has(this.leaf.name)) {
      this.softBreak()
    } else {
      this.endRun()
      this.containers.add(emptyElement(name))
    }
  }

  private addImage({ attributes }: RawElement): void {
    let src: string | null = null
    for (const source of LAZY_SOURCES) src ??= imageAddress(attributes.get(source) ?? '')
    const properties = bodyProperties('img', attributes, this.refuse)
    if (src === null || (properties.width === 1 && properties.height === 1)) {
      this.refuse(src === null ? 'img' : 'counting pixel')
      return
    }
    // Scripts that load images late leave a copy for readers without script.
    if (this.noscripts > 0 && src === this.lastImage) return
    this.lastImage = src
    this.claimId(properties)
    const node = emptyElement('img')
    node.properties = { ...properties, src, alt: properties.alt ?? '' }
    this.target().push(node)
  }

  private addEmbed(element: RawElement, sources: readonly string[]): void {
    const link = embedLink(element, sources)
    if (link === null) {
      this.refuse(element.name)
    } else if (this.leaf !== null && PLAIN_LEAVES.has(this.leaf.name)) {
      this.target().push(...link.children)
    } else {
      this.endRun()
      this.containers.addEmbed(link)
    }
  }

  /** Where inline content goes, with every open format around it. */
  private target(): BodyNode[] {
    if (this.containers.count()) this.endRun()
    let children: BodyNode[] = this.host ?? this.openHost()
    const link = this.inlines.findLast((inline) => inline.name === 'a')
    for (const inline of this.inlines) {
      if (inline.name === 'a' && inline !== link) continue
      if (inline.node === null) {
        if (this.budget < inline.cost) continue
        this.budget -= inline.cost
        this.claimId(inline.properties)
        inline.node = { type: 'element', tagName: inline.name, properties: inline.properties, children: [] }
        // The id belongs to the first part, should the format go on in the next block.
        const { id: _, ...properties } = inline.properties
        inline.properties = properties
        children.push(inline.node)
      }
      children = inline.node.children
    }
    return children
  }

  private openHost(): BodyNode[] {
    const frame = this.containers.flowFrame()
    const loose = frame.loose && this.scope.lang === frame.lang && this.scope.dir === frame.dir
    if (this.leaf === null && loose) {
      this.host = frame.children
    } else {
      const { name, properties } = this.leaf ?? { name: 'p', properties: {} }
      const node: Element = {
        type: 'element',
        tagName: name,
        properties: this.dress({ ...properties }, frame),
        children: [],
      }
      delete properties.id // should it go on after a block that interrupts it
      frame.children.push(node)
      this.host = node.children
    }
    return this.host
  }

  /** Gives a block what its lost wrappers would have given it: language, direction, the target of a link. */
  private dress(properties: Properties, around: Frame): Properties {
    this.claimId(properties)
    const { lang, dir } = this.scope
    if (properties.lang === undefined && lang !== undefined && lang !== around.lang) properties.lang = lang
    if (properties.dir === undefined && dir !== undefined && dir !== around.dir) properties.dir = dir
    return properties
  }

  private claimId(properties: Properties): void {
    const id = properties.id ?? this.pendingId
    if (id === this.pendingId) this.pendingId = undefined
    delete properties.id
    if (typeof id !== 'string') return
    if (this.ids.has(id)) return
    this.ids.add(id)
    properties.id = id
  }

  private keepTarget(id: Properties[string]): void {
    if (typeof id === 'string' && this.targets.has(id)) this.pendingId ??= id
  }
}

const nothing = () => undefined

function inner(scope: Scope, { lang, dir }: Properties): Scope {
  if (lang === undefined && dir === undefined) return scope
  return {
    lang: typeof lang === 'string' ? lang : scope.lang,
    dir: typeof dir === 'string' ? dir : scope.dir,
  }
}

function emptyElement(tagName: string): Element {
  return { type: 'element', tagName, properties: {}, children: [] }
}

/** No fewer characters than these, tags included, does the element take in any source. */
function leastSize(name: string, properties: Properties): number {
  let characters = '<></>'.length + 2 * name.length
  for (const value of Object.values(properties)) characters += 4 + String(value).length
  return characters
}
