/** A picture that was uploaded here: what its address says of it. */
export type UploadedPicture = { key: string; width: number; height: number }
export type VariantFormat = 'avif' | 'webp'
export type BaseType = 'jpg' | 'png'

const BASE = /^\/media\/([0-9a-f]{32})\/([1-9]\d{0,4})x([1-9]\d{0,4})\.(?:jpg|png)$/
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
export const isUploadPath = (path: string): boolean => BASE.test(path) || VARIANT.test(path)

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
