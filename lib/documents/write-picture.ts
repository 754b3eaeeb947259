import type { Element, Properties } from 'hast'
import type { NodeAttributes } from '@/lib/documents/document'
import { element, numberOf, spoken } from '@/lib/documents/written'
import { imageAddress } from '@/lib/markup/addresses'

/** The image alone; nothing where its address is none that an image may have. */
export function pictureElement(attrs: NodeAttributes, around: Properties = {}): Element[] {
  const src = imageAddress(String(attrs.src ?? ''))
  if (src === null) return []
  const alt = attrs.decorative === true ? '' : (spoken(attrs.alt) ?? '')
  return [element('img', { ...around, src, alt, width: numberOf(attrs.width), height: numberOf(attrs.height) })]
}
