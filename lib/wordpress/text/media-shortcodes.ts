import { escapeHtml } from '@/lib/markup/escape'
import type { Attachment, BodyContext } from '@/lib/wordpress/text/body'
import type { ShortcodeAttributes } from '@/lib/wordpress/text/shortcode-tags'
import { embedOrLink } from '@/lib/wordpress/text/web-links'

export type MediaContext = Pick<BodyContext, 'attachment' | 'children'> & { lose(what: string): void }

type Draw = (attributes: ShortcodeAttributes, content: string, context: MediaContext) => string

const FILE_ATTRIBUTES = ['src', 'mp3', 'm4a', 'ogg', 'wav', 'flac', 'mp4', 'm4v', 'webm', 'ogv', 'wmv', 'flv', 'mov']

/** The shortcodes of WordPress itself: each makes HTML on one line, so that no paragraphs are put into it. */
export const MEDIA_SHORTCODES: ReadonlyMap<string, Draw> = new Map<string, Draw>([
  ['caption', captionHtml],
  ['wp_caption', captionHtml],
  ['gallery', galleryHtml],
  ['embed', embedHtml],
  ['audio', (attributes, content, context) => playerHtml('audio', attributes, content, context)],
  ['video', (attributes, content, context) => playerHtml('video', attributes, content, context)],
  ['playlist', playlistHtml],
])

/** The image, in its link if it has one, and the text after it; of old the text stood in an attribute. */
function captionHtml({ named }: ShortcodeAttributes, content: string): string {
  const [image = ''] = /^\s*(?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*<\/a>)?/i.exec(content) ?? []
  const text = (named.get('caption') ?? content.slice(image.length)).trim()
  const caption = text === '' ? '' : `<figcaption>${text.replace(/\s+/g, ' ')}</figcaption>`
  return image === '' ? content : `<figure>${image.trim()}${caption}</figure>`
}

function galleryHtml(attributes: ShortcodeAttributes, _: string, context: MediaContext): string {
  const linked = attributes.named.get('link') === 'file'
  const figures = attachmentsOf(attributes, 'image', context).map((image) => {
    const { path, alt, caption, width, height } = image
    const size = width !== null && height !== null ? ` width="${width}" height="${height}"` : ''
    const picture = `<img src="${attribute(path)}" alt="${escapeHtml(alt)}"${size}>`
    const shown = linked ? `<a href="${attribute(path)}">${picture}</a>` : picture
    const text = caption.replace(/\s+/g, ' ').trim()
    return `<figure>${shown}${text === '' ? '' : `<figcaption>${text}</figcaption>`}</figure>`
  })
  if (figures.length === 0) context.lose('shortcode gallery')
  return figures.length === 0 ? '' : `<figure class="gallery">${figures.join('')}</figure>`
}

function embedHtml({ named, positional }: ShortcodeAttributes, content: string): string {
  const address = content.trim() || named.get('src') || positional[0] || ''
  return /^https?:\/\//i.test(address) ? embedOrLink(attribute(address)) : content
}

function playerHtml(
  kind: 'audio' | 'video',
  attributes: ShortcodeAttributes,
  content: string,
  context: MediaContext,
): string {
  const named = FILE_ATTRIBUTES.map((name) => attributes.named.get(name)).find((address) => address)
  const typed = /https?:\/\/[^\s<>"]+/.exec(content)?.[0]
  const address =
    named ??
    attributes.positional[0] ??
    typed ??
    context.children().find(({ mimeType }) => mimeType.startsWith(kind))?.path
  if (address === undefined) context.lose(`shortcode ${kind}`)
  return address === undefined ? '' : `<${kind} src="${attribute(address)}"></${kind}>`
}

function playlistHtml(attributes: ShortcodeAttributes, _: string, context: MediaContext): string {
  const kind = attributes.named.get('type') === 'video' ? 'video' : 'audio'
  const items = attachmentsOf(attributes, kind, context).map(({ path, caption }) => {
    const title = caption.trim() || escapeHtml(path.slice(path.lastIndexOf('/') + 1))
    return `<li><a href="${attribute(path)}">${title}</a></li>`
  })
  if (items.length === 0) context.lose('shortcode playlist')
  return items.length === 0 ? '' : `<ol>${items.join('')}</ol>`
}

/** Those that `ids` (or `include`) names, in that order, else all of the post's own, but for `exclude`. */
function attachmentsOf({ named }: ShortcodeAttributes, kind: string, context: MediaContext): Attachment[] {
  const ids = numbers(named.get('ids') ?? named.get('include'))
  const excluded = new Set(numbers(named.get('exclude')))
  const found = ids.length > 0 ? ids.map((id) => context.attachment(id)) : context.children()
  for (const attachment of found) if (attachment === undefined) context.lose(`shortcode ${kind} attachment`)
  return found
    .filter((one) => one !== undefined)
    .filter(({ id, mimeType }) => mimeType.startsWith(kind) && !excluded.has(id))
}

function numbers(list: string | undefined): number[] {
  return (list?.match(/\d{1,12}/g) ?? []).map(Number)
}

/** A value from HTML (its "&" is written already) between double quotes. */
function attribute(value: string): string {
  return value.trim().replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
