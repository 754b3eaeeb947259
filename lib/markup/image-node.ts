import type { Element } from 'hast'
import { imageAddress } from '@/lib/markup/addresses'
import { bodyProperties, type RawElement } from '@/lib/markup/attributes'

/** Where scripts that load images late keep the address until then. */
const SOURCES = ['src', 'data-src', 'data-lazy-src', 'data-original']

/** The image as a body has it; null without a usable address, and for the pixels that count readers. */
export function imageNode({ attributes }: RawElement, refuse: (what: string) => void): Element | null {
  let src: string | null = null
  for (const source of SOURCES) src ??= imageAddress(attributes.get(source) ?? '')
  const properties = bodyProperties('img', attributes, refuse)
  const pixel = properties.width === 1 && properties.height === 1
  if (src === null || pixel) {
    refuse(pixel ? 'counting pixel' : 'img')
    return null
  }
  const described = { ...properties, src, alt: properties.alt ?? '' }
  return { type: 'element', tagName: 'img', properties: described, children: [] }
}
