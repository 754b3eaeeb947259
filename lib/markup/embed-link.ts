import type { Element } from 'hast'
import { linkAddress } from '@/lib/markup/addresses'
import type { RawElement } from '@/lib/markup/attributes'
import { visibleText } from '@/lib/markup/characters'
import { embedAddress } from '@/lib/markup/embeds'

const ADDRESS_ATTRIBUTES = ['src', 'data-src', 'data-lazy-src', 'data']
// Players name themselves, not what they play.
const GENERIC_TITLE = /^(?:youtube|vimeo|spotify|soundcloud|facebook|twitter|instagram)\b.*\b(?:player|embed)$|^embed/i

/**
 * The link that stands for an iframe, object, embed, audio or video, or null where there is nothing to visit.
 *
 * Its text is the element's title or the address. A frame of an unknown host leads to that frame; an object only to a
 * provider we know, because its own file (Flash) opens nowhere today; audio and video to their file.
 */
export function embedLink({ name, attributes }: RawElement, sources: readonly string[]): Element | null {
  const given = [...ADDRESS_ATTRIBUTES.map((attribute) => attributes.get(attribute) ?? ''), ...sources]
  const addresses = given
    .map((source) => linkAddress(source) ?? '')
    .filter((address) => /^(https?:\/)?\//.test(address))
  const known = addresses.map(embedAddress).find((address) => address !== null)
  const own =
    name === 'object' || name === 'embed' ? addresses.find((address) => MEDIA_FILE.test(address)) : addresses[0]
  const href = known ?? own
  if (href === undefined) return null
  const title = visibleText(attributes.get('title') ?? '').trim()
  const value = title === '' || GENERIC_TITLE.test(title) ? href : title
  return { type: 'element', tagName: 'a', properties: { href }, children: [{ type: 'text', value }] }
}

const MEDIA_FILE = /\.(?:mp3|m4a|ogg|oga|wav|flac|mp4|m4v|webm|ogv|mov|pdf)(?:[?#]|$)/i
