import { pictureAt, variantPath, variantWidths } from './address'

/** Beside a list of pictures. */
const WIDE = 320

/** A small form of a file to look at in the newsroom; null: it is no picture, or not here. */
export function thumbnailOf(media: {
  path: string
  mimeType: string
  width: number | null
  height: number | null
  storedAt: Date | null
}): string | null {
  const { path, mimeType, width, height, storedAt } = media
  if (!storedAt || !mimeType.startsWith('image/')) return null
  const picture = pictureAt(path)
  if (picture) return variantWidths(picture).includes(WIDE) ? variantPath(picture.key, WIDE, 'webp') : path
  const sized = /^(\/wp-content\/uploads\/.+)(\.(?:jpe?g|png|gif|webp))$/i.exec(path)
  if (!sized || !width || !height || width <= WIDE) return path
  return `${sized[1]}-300x${Math.max(1, Math.round((300 * height) / width))}${sized[2]}`
}
