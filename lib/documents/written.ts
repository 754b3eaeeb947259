import type { Element, ElementContent, Properties } from 'hast'
import type { NodeAttributes } from '@/lib/documents/document'
import { visibleText } from '@/lib/markup/characters'

/** An element of a body; attributes that have no value are left out. */
export function element(tagName: string, properties: Properties = {}, children: ElementContent[] = []): Element {
  const said = Object.entries(properties).filter(([, value]) => value !== null && value !== undefined)
  return { type: 'element', tagName, properties: Object.fromEntries(said), children }
}

export const stringOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined
/** Words in an attribute, as a body has them. */
export const spoken = (value: unknown): string | undefined => visibleText(stringOf(value) ?? '').trim() || undefined
export const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)

/** What every block may say of itself. "auto" is said by whoever knows the text (lib/documents/direction.ts). */
export function blockProperties(attrs: NodeAttributes, ...structural: string[]): Properties {
  const classes = [...(stringOf(attrs.class)?.split(' ') ?? []), ...structural].sort()
  return {
    id: stringOf(attrs.id),
    className: classes.length > 0 ? classes : undefined,
    lang: stringOf(attrs.lang),
    dir: attrs.dir === 'auto' ? undefined : stringOf(attrs.dir),
  }
}
