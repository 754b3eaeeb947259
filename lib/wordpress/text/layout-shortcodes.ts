import { embedAddress } from '@/lib/markup/embeds'
import type { MediaContext } from '@/lib/wordpress/text/media-shortcodes'
import type { ShortcodeAttributes } from '@/lib/wordpress/text/shortcode-tags'
import { embedOrLink } from '@/lib/wordpress/text/web-links'

// Page builders and themes that lay out by shortcodes: WPBakery, Divi, Shortcodes Ultimate, Fusion, Avia, Sahifa …
const FAMILIES = /^(?:vc|et_pb|su|fusion|av|cs|x|tie|mk|ult|wpb|dt|otw|themify|kt|ux|nd|sc)_/
const NAMES = new Set(
  (
    'box button buttons column columns col row section container dropcap highlight tab tabs tabgroup toggle toggles accordion accordions ' +
    'one_half one_third one_fourth one_fifth one_sixth two_third two_thirds two_fifth three_fourth three_fourths three_fifth four_fifth ' +
    'one_half_last one_third_last one_fourth_last two_third_last three_fourth_last last divider spacer space clear clearfix padding margin ' +
    'hr separator tooltip lightbox ads1 ads2 alert note info success warning error message quote pullquote blockquote list checklist icon'
  ).split(' '),
)
/** Hold code that is no text: base64, scripts. */
const OPAQUE = new Set(['vc_raw_html', 'vc_raw_js'])
const ADDRESSES = ['url', 'link', 'href', 'src', 'button_url', 'video', 'image_url']
/** What a heading-like attribute says is text of the article. */
const TITLES = ['title', 'heading', 'text', 'button_text']
const TITLED = /tab$|toggle|accordion|spoiler|blurb|heading|cta|faq|slide|testimonial/

/** By its name alone no word of prose. */
export function isBuilderShortcode(name: string): boolean {
  return FAMILIES.test(name)
}

export function isLayoutShortcode(name: string): boolean {
  return NAMES.has(name)
}

export function isOpaqueShortcode(name: string): boolean {
  return OPAQUE.has(name)
}

/** What a layout shortcode shows before its content: a title, an image or a video that it names, a link as it begins. */
export function layoutStart(name: string, { named, positional }: ShortcodeAttributes, context: MediaContext): string {
  const given = [...ADDRESSES.map((key) => named.get(key)), ...positional]
  const address = given.find((value) => value !== undefined && /^(?:https?:\/)?\/\S/i.test(value)) ?? ''
  const title = TITLES.map((key) => named.get(key)).find((value) => value) ?? ''
  const written = address.replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  if (/button/.test(name)) return address === '' ? title : `<a href="${written}">${title}`
  if (address !== '' && embedAddress(address.replaceAll('&amp;', '&')) !== null) return embedOrLink(written)
  if (/image|img|photo/.test(name)) {
    const attachment = context.attachment(Number(named.get('image')))
    const path = attachment?.path ?? written
    return path === '' ? '' : `<img src="${path}" alt="">`
  }
  return TITLED.test(name) && title !== '' ? `<h3>${title}</h3>` : ''
}

export function layoutEnd(name: string): string {
  return /button/.test(name) ? '</a>' : ''
}
