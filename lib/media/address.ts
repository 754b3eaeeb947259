/** A picture that was uploaded here: what its address says of it. */
export type UploadedPicture = { key: string; width: number; height: number }
export type VariantFormat = 'avif' | 'webp'
export type BaseType = 'jpg' | 'png'

const BASE = /^\/media\/([0-9a-f]{32})\/([1-9]\d{0,4})x([1-9]\d{0,4})\.(?:jpg|png)$/
const CROP = /^\/media\/[0-9a-f]{32}\/(?:1x1|4x3|16x9)-[1-9]\d{0,4}x[1-9]\d{0,4}\.jpg$/
const VARIANT = /^\/media\/[0-9a-f]{32}\/[1-9]\d{0,4}\.(?:avif|webp)$/

/** Half of a hash of 64 letters: nobody finds an address by trying, and pages name it ten times. */
export const keyOf = (hash: string): string => hash.slice(0, 32)

/** Its size is in the address, so that a page can draw it, and all its variants, without asking for it. */
export const basePath = ({ key, width, height }: UploadedPicture, type: BaseType): string =>
  `/media/${key}/${width}x${height}.${type}`

export const variantPath = (key: string, width: number, format: VariantFormat): string =>
  `/media/${key}/${width}.${format}`

/** Null for every other address, also that of a variant. */
export function pictureAt(src: string): UploadedPicture | null {
  const [, key, width, height] = BASE.exec(src) ?? []
  return key ? { key, width: Number(width), height: Number(height) } : null
}

/** True for the address of a file that was made of an upload; nothing else below /media/ is one. */
export const isUploadPath = (path: string): boolean => BASE.test(path) || VARIANT.test(path) || CROP.test(path)

type Size = { width: number; height: number }

/** What search engines and link cards are offered beside the whole picture, by the proportion of its sides. */
export const RATIOS = { '1x1': 1, '4x3': 4 / 3, '16x9': 16 / 9 }
export type Ratio = keyof typeof RATIOS
export type Crop = Size & { ratio: Ratio }

export const WIDEST_CROP = 1200
/** Google takes none that is smaller (developers.google.com/search/docs/appearance/structured-data/article). */
export const LEAST_PIXELS = 50_000

/** The crops that a picture has: as large as it allows, and none that is too small for anybody. */
export function cropSizes({ width, height }: Size): Crop[] {
  return (Object.keys(RATIOS) as Ratio[]).flatMap((ratio) => {
    const wide = Math.min(WIDEST_CROP, width, Math.floor(height * RATIOS[ratio]))
    const high = Math.min(height, Math.round(wide / RATIOS[ratio]))
    return wide * high >= LEAST_PIXELS ? [{ ratio, width: wide, height: high }] : []
  })
}

export const cropPath = (key: string, { ratio, width, height }: Crop): string =>
  `/media/${key}/${ratio}-${width}x${height}.jpg`

/** What of a picture a crop shows: the largest part of its proportion in which the focal point is as central as can be. */
export function cropRegion(
  { width, height }: Size,
  { width: wide, height: high }: Size,
  focal: { x: number; y: number },
) {
  const scale = Math.min(width / wide, height / high)
  const part = { width: Math.min(width, Math.round(wide * scale)), height: Math.min(height, Math.round(high * scale)) }
  const start = (whole: number, size: number, at: number) =>
    Math.min(whole - size, Math.max(0, Math.round(whole * at - size / 2)))
  return { ...part, left: start(width, part.width, focal.x), top: start(height, part.height, focal.y) }
}

const WIDTHS = [320, 640, 960, 1280, 1920]
/** Beyond it a variant of a very tall picture takes too much memory to make. */
const MOST_PIXELS = 2_600_000

/**
 * The widths that a picture's variants have, at most five. A page reckons with them without looking, so another rule here
 * asks for the variants of all pictures to be made anew.
 */
export function variantWidths({ width, height }: Omit<UploadedPicture, 'key'>): number[] {
  const smaller = WIDTHS.filter((wide) => wide < width * 0.9)
  const widths = smaller.length < WIDTHS.length ? [...smaller, Math.min(width, 1920)] : smaller
  return widths.filter((wide) => wide * variantHeight({ width, height }, wide) <= MOST_PIXELS)
}

export const variantHeight = ({ width, height }: Omit<UploadedPicture, 'key'>, wide: number): number =>
  Math.max(1, Math.round((height * wide) / width))
