import type { NodeAttributes } from '@/lib/documents/document'
import type { HtmlElement } from '@/lib/documents/html-tree'

/** The attributes that a block may have whatever it is, by the names they have in a document. */
const OF_EVERY_BLOCK = { id: 'id', lang: 'lang', dir: 'dir', class: 'class' }

export type Held = NodeAttributes

/**
 * The attributes of an element as a document has them, or null where one is none of those: then the element cannot be
 * held. `own` names those of this element alone; `structural` is the class that says what it is.
 */
export function heldAttributes(element: HtmlElement, own: Record<string, string> = {}, structural = ''): Held | null {
  const known: Record<string, string> = { ...OF_EVERY_BLOCK, ...own }
  const held: Held = {}
  for (const [name, value] of Object.entries(element.attributes)) {
    const attribute = known[name]
    if (attribute === undefined) return null
    const kept = name === 'class' ? otherClasses(value, structural) : value
    if (kept !== '' || name !== 'class') held[attribute] = kept
  }
  return held
}

/** As they are, where they have to be none. */
export function isBare(element: HtmlElement): boolean {
  return Object.keys(element.attributes).length === 0
}

export function hasClass(element: HtmlElement, name: string): boolean {
  return (element.attributes.class ?? '').split(' ').includes(name)
}

function otherClasses(value: string, structural: string): string {
  return value
    .split(' ')
    .filter((name) => name !== structural)
    .join(' ')
}

/** Attributes that are numbers in a document. */
export function withNumbers(held: Held | null, ...names: string[]): Held | null {
  if (held === null) return null
  const numbers = names.filter((name) => name in held).map((name) => [name, Number(held[name])])
  return { ...held, ...Object.fromEntries(numbers) }
}
