import type { Image } from './image'
import { isShown } from './shown'
import { cropsOf, type Unfinished } from './sources'

/** The picture of a link card. Sizes are real, or left out where nobody knows them. */
export type CardImage = { src: string; type: string; alt: string; width: number | null; height: number | null }

/** What all those read who draw cards of links: neither drawings in SVG nor AVIF. */
const TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
}

/**
 * What a card of a page shows that has this picture above its text: the wide crop where there is one, because cards are wide
 * and some who draw them take no heavy file; else the whole. Null for a picture that is not here or that they cannot read.
 */
export function cardOfPicture(
  image: Image | null,
  missing: ReadonlySet<string>,
  unfinished: Unfinished,
): CardImage | null {
  if (!image || !isShown(image.src, missing)) return null
  const { src, alt, width, height } = image
  const type = TYPES[src.slice(src.lastIndexOf('.') + 1).toLowerCase()]
  if (!type) return null
  const wide = cropsOf(src, unfinished).find(({ ratio }) => ratio === '16x9')
  if (wide) return { src: wide.path, type: 'image/jpeg', alt, width: wide.width, height: wide.height }
  return { src, type, alt, width, height }
}
