import { cropPath, cropSizes, pictureAt, type Ratio, type VariantFormat, variantPath, variantWidths } from './address'

export type Source = { type: string; srcset: string }

/** Pictures whose variants in AVIF are not made yet, by their address. */
export type Unfinished = ReadonlySet<string>

/** Tag of a page that shows a picture which is not finished: it is drawn anew when it is. */
export const pictureTag = (src: string): string => `picture:${pictureAt(src)?.key ?? ''}`

/**
 * The variants of a picture that was uploaded here, the smallest format first; none for any other. `most`: the widest
 * that its place can use on a dense screen.
 */
export function sourcesOf(src: string, unfinished: Unfinished, most = Number.POSITIVE_INFINITY): Source[] {
  const picture = pictureAt(src)
  if (!picture) return []
  const all = variantWidths(picture)
  const widths = all.filter((_, i) => i === 0 || (all[i - 1] ?? 0) < most)
  if (!widths.length) return []
  const formats: VariantFormat[] = unfinished.has(src) ? ['webp'] : ['avif', 'webp']
  return formats.map((format) => ({
    type: `image/${format}`,
    srcset: widths.map((width) => `${variantPath(picture.key, width, format)} ${width}w`).join(','),
  }))
}

export type ShownCrop = { path: string; ratio: Ratio; width: number; height: number }

/** The crops of a picture that was uploaded here; none before all that is made of it is there. */
export function cropsOf(src: string, unfinished: Unfinished): ShownCrop[] {
  const picture = unfinished.has(src) ? null : pictureAt(src)
  return picture ? cropSizes(picture).map((crop) => ({ ...crop, path: cropPath(picture.key, crop) })) : []
}
