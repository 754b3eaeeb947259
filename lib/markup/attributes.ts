import type { Properties } from 'hast'
import { linkAddress } from '@/lib/markup/addresses'
import { visibleText } from '@/lib/markup/characters'
import { BODY_CLASSES, isBodyId } from '@/lib/markup/vocabulary'

/** An element as its source has it: names in lower case. */
export type RawElement = { name: string; attributes: Map<string, string> }

type Clean = (value: string) => Properties[string] | null

const text: Clean = (value) => visibleText(value).trim()
const span: Clean = (value) => wholeNumber(value, 2, 1_000)
const OWN_ATTRIBUTES: Readonly<Record<string, readonly (readonly [string, string, Clean])[]>> = {
  a: [
    ['href', 'href', linkAddress],
    ['title', 'title', nonEmpty],
  ],
  abbr: [['title', 'title', nonEmpty]],
  ol: [
    ['start', 'start', (value) => wholeNumber(value, -1_000_000, 1_000_000)],
    ['reversed', 'reversed', () => true],
  ],
  td: [
    ['colspan', 'colSpan', span],
    ['rowspan', 'rowSpan', span],
  ],
  th: [
    ['scope', 'scope', (value) => oneOf(value, ['row', 'col', 'rowgroup', 'colgroup'])],
    ['colspan', 'colSpan', span],
    ['rowspan', 'rowSpan', span],
  ],
  time: [['datetime', 'dateTime', (value) => (/^[\w:+. -]{4,40}$/.test(value) ? value : null)]],
  // The image's address is asked for by whoever draws it (lib/markup/body-builder.ts): without one there is no image.
  img: [
    ['alt', 'alt', text],
    ['width', 'width', (value) => wholeNumber(value, 1, 20_000)],
    ['height', 'height', (value) => wholeNumber(value, 1, 20_000)],
  ],
}

const GLOBAL_ATTRIBUTES: readonly (readonly [string, string, Clean])[] = [
  ['id', 'id', (value) => (isBodyId(visibleText(value)) ? visibleText(value) : null)],
  ['class', 'className', bodyClasses],
  ['lang', 'lang', (value) => (/^[a-z]{2,8}(-[a-z\d]{1,8}){0,4}$/i.test(value.trim()) ? value.trim() : null)],
  ['dir', 'dir', (value) => oneOf(value, ['ltr', 'rtl', 'auto'])],
]

const attributesOf = new Map(
  Object.entries(OWN_ATTRIBUTES).map(([name, own]) => [name, [...GLOBAL_ATTRIBUTES, ...own]] as const),
)

/** The attributes that an element of this name may keep. Each refusal worth reporting goes to `refuse`. */
export function bodyProperties(
  name: string,
  attributes: RawElement['attributes'],
  refuse: (what: string) => void,
): Properties {
  const properties: Properties = {}
  if (attributes.size === 0) return properties
  for (const [attribute, property, clean] of attributesOf.get(name) ?? GLOBAL_ATTRIBUTES) {
    const raw = attributes.get(attribute)
    if (raw === undefined) continue
    const value = clean(raw)
    if (value !== null) properties[property] = value
    else if (attribute === 'href' && raw.trim() !== '') refuse('href address')
    else if (attribute === 'id') refuse('id attribute')
  }
  for (const attribute of attributes.keys()) {
    if (attribute === 'style') refuse('style attribute')
    else if (attribute.startsWith('on')) refuse('event handler')
  }
  return properties
}

function bodyClasses(value: string): string[] | null {
  const classes = [...new Set(value.split(/\s+/).filter((name) => BODY_CLASSES.has(name)))].sort()
  return classes.length > 0 ? classes : null
}

function wholeNumber(value: string, least: number, most: number): number | null {
  const number = /^\s*[+-]?\d{1,9}(\.\d+)?(px)?\s*$/i.test(value) ? Math.round(Number.parseFloat(value)) : Number.NaN
  return number >= least && number <= most ? number : null
}

function oneOf(value: string, allowed: readonly string[]): string | null {
  const folded = value.trim().toLowerCase()
  return allowed.includes(folded) ? folded : null
}

function nonEmpty(value: string): string | null {
  return visibleText(value).trim() || null
}
