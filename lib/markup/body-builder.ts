import type { Element, Properties } from 'hast'
import { bodyProperties, type RawElement } from '@/lib/markup/attributes'
import type { BodyIds } from '@/lib/markup/body-ids'
import { visibleText } from '@/lib/markup/characters'
import { type BodyNode, Containers, type Frame } from '@/lib/markup/containers'
import { embedLink } from '@/lib/markup/embed-link'
import { imageNode } from '@/lib/markup/image-node'
import type { OpenFormats } from '@/lib/markup/open-formats'
import type { Removals } from '@/lib/markup/removals'
import { roleOf } from '@/lib/markup/vocabulary'

/** Sees each element before the allow-list does; may change it in place, or put a text in its place by answering one. */
export type Rewrite = (element: RawElement) => string | undefined

type Leaf = { name: string; properties: Properties }
type Scope = { lang: string | undefined; dir: string | undefined }

const PLAIN_LEAVES = new Set(['pre', 'summary'])

/**
 * Makes a canonical body out of the events of any reader of HTML.
 *
 * What it builds is well formed by construction, whatever comes in: blocks never stand in paragraphs, links never in
 * links, items only in lists, cells only in rows. So a browser reads the written HTML as the very tree that was
 * written, which is what closes the door to markup that changes its meaning when it is parsed again. Formatting that
 * stands around blocks (`<b><p>`) is pushed down into each of them.
 */
export class BodyBuilder {
  private readonly containers: Containers
  private readonly refuse: (what: string) => void
  private leaf: Leaf | null = null
  /** Where the current run of inline content goes; null between runs. */
  private host: BodyNode[] | null = null
  private scope: Scope = { lang: undefined, dir: undefined }
  private lastImage: Properties[string]
  private noscripts = 0
  private readonly undo: (() => void)[] = []

  /** `finished` gets the blocks of the body, not yet tidy (lib/markup/tidy.ts), as they are completed. */
  constructor(
    finished: (nodes: BodyNode[]) => void,
    private readonly ids: BodyIds,
    private readonly formats: OpenFormats,
    removals: Removals,
    private readonly rewrite: Rewrite | undefined,
  ) {
    this.containers = new Containers(finished)
    this.refuse = (what) => removals.add(what)
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

  private endRun(): void {
    this.host = null
    this.formats.endRun()
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
    const stands = name !== null && (name !== 'section' || String(properties.className).includes('footnotes'))
    const length = stands ? this.containers.enter(name, (around) => this.dress(properties, around)) : null
    if (length === null) {
      this.ids.keepTarget(properties.id)
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
    this.ids.keepTarget(properties.id)
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
      (Object.keys(marks).length === 0 && this.formats.has(name)) ||
      this.formats.isFull()
    if (useless) {
      if (name === 'a' && typeof id === 'string') this.ids.keep(id)
      else this.ids.keepTarget(id)
      this.undo.push(nothing)
      return true
    }
    this.formats.open(name, properties)
    this.undo.push(() => this.formats.close())
    return true
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

  private addImage(element: RawElement): void {
    const image = imageNode(element, this.refuse)
    if (image === null) return
    // Scripts that load images late leave a copy for readers without script.
    if (this.noscripts > 0 && image.properties.src === this.lastImage) return
    this.lastImage = image.properties.src
    this.ids.claim(image.properties)
    this.target().push(image)
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
    return this.formats.inside(this.host ?? this.openHost())
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
    this.ids.claim(properties)
    const { lang, dir } = this.scope
    if (properties.lang === undefined && lang !== undefined && lang !== around.lang) properties.lang = lang
    if (properties.dir === undefined && dir !== undefined && dir !== around.dir) properties.dir = dir
    return properties
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
