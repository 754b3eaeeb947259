import { decodePath } from '@/lib/articles/paths'
import { escapeHtml } from '@/lib/markup/escape'
import type { Image } from './image'
import { isOfFile } from './uses'

/** A picture that stands in another's place. */
export type Replacement = { from: string; to: string; width: number; height: number }

const IMAGE = /<img\b[^>]*>/g
const HREF = /(\shref=")([^"]*)(")/g

const plain = (attribute: string): string =>
  decodePath(
    attribute
      .replaceAll('&#x26;', '&')
      .replaceAll('&amp;', '&')
      .replace(/[?#].*$/, ''),
  )

/** Canonical HTML in which the one picture stands where the other stood. */
export function replacedInHtml(html: string, { from, to, width, height }: Replacement): string {
  const withImages = html.replace(IMAGE, (tag) => {
    const [, src = ''] = /\ssrc="([^"]*)"/.exec(tag) ?? []
    if (!isOfFile(plain(src), from)) return tag
    return tag
      .replace(/(\ssrc=")[^"]*"/, (_, before: string) => `${before}${escapeHtml(to)}"`)
      .replace(/(\swidth=")[^"]*"/, `$1${width}"`)
      .replace(/(\sheight=")[^"]*"/, `$1${height}"`)
  })
  return withImages.replace(HREF, (whole, before: string, href: string, after: string) =>
    isOfFile(plain(href), from) ? `${before}${escapeHtml(to)}${after}` : whole,
  )
}

export function replacedInImage(image: Image | null, { from, to, width, height }: Replacement): Image | null {
  return image && isOfFile(decodePath(image.src), from) ? { ...image, src: to, width, height } : image
}

/** The same in a document, whatever its nodes are called. */
export function replacedInDocument<T>(node: T, replacement: Replacement): T {
  if (Array.isArray(node)) return node.map((one) => replacedInDocument(one, replacement)) as T
  if (typeof node !== 'object' || node === null) return node
  const entries = Object.entries(node).map(([name, value]) => [name, replacedInDocument(value, replacement)])
  return withAddress(Object.fromEntries(entries), replacement) as T
}

function withAddress(attributes: Record<string, unknown>, { from, to, width, height }: Replacement): object {
  const { src, href } = attributes
  if (typeof href === 'string' && isOfFile(plain(href), from)) return { ...attributes, href: to }
  if (typeof src !== 'string' || !isOfFile(plain(src), from)) return attributes
  return {
    ...attributes,
    src: to,
    ...(typeof attributes.width === 'number' && { width }),
    ...(typeof attributes.height === 'number' && { height }),
  }
}
