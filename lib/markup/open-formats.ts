import type { Element, Properties } from 'hast'
import type { BodyIds } from '@/lib/markup/body-ids'
import type { BodyNode } from '@/lib/markup/containers'

type Format = { name: string; properties: Properties; node: Element | null; cost: number }

const MAX_OPEN = 12

/** The open inline elements, outermost first. Each becomes a node only where text comes, and anew in each block. */
export class OpenFormats {
  private readonly formats: Format[] = []

  /** @param budget characters that formatting may take: broken markup repeats it in every block that follows */
  constructor(
    private budget: number,
    private readonly ids: BodyIds,
  ) {}

  has(name: string): boolean {
    return this.formats.some((format) => format.name === name)
  }

  isFull(): boolean {
    return this.formats.length >= MAX_OPEN
  }

  open(name: string, properties: Properties): void {
    // A link in a link takes its place: what is open is closed, and opened again for the text that follows.
    if (name === 'a') this.endRun()
    this.formats.push({ name, properties, node: null, cost: leastSize(name, properties) })
  }

  close(): void {
    if (this.formats.pop()?.name === 'a') this.endRun()
  }

  endRun(): void {
    for (const format of this.formats) format.node = null
  }

  /** Where text goes that comes into `children`: inside every open format, but for the links around a link. */
  inside(children: BodyNode[]): BodyNode[] {
    const link = this.formats.findLast((format) => format.name === 'a')
    let innermost = children
    for (const format of this.formats) {
      if (format.name === 'a' && format !== link) continue
      if (format.node === null) {
        if (this.budget < format.cost) continue
        this.budget -= format.cost
        this.ids.claim(format.properties)
        format.node = { type: 'element', tagName: format.name, properties: format.properties, children: [] }
        // The id belongs to the first part, should the format go on in the next block.
        const { id: _, ...properties } = format.properties
        format.properties = properties
        innermost.push(format.node)
      }
      innermost = format.node.children
    }
    return innermost
  }
}

/** No fewer characters than these, tags included, does the element take in any source. */
function leastSize(name: string, properties: Properties): number {
  let characters = '<></>'.length + 2 * name.length
  for (const value of Object.values(properties)) characters += 4 + String(value).length
  return characters
}
