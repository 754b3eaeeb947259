import { RATIOS as CROPPED, LEAST_PIXELS, type Ratio, WIDEST_CROP } from './address'
import { MAX_PIXELS } from './limits'
import type { ShownCrop } from './sources'

/** WordPress's name for a smaller form of a picture: "boat-300x200.jpg" of "boat.jpg". */
const SIZED = /^(\/wp-content\/uploads\/.+)-(\d{1,5})x(\d{1,5})(\.(?:jpe?g|png|gif|webp))$/i

export type Sized = {
  /** Where the whole picture may be: what is larger than a screen WordPress keeps a second time, as "-scaled". */
  originals: string[]
  width: number
  height: number
}

/** What a decoded path asks for that is a size of another file; null where it is none. */
export function sizedOf(path: string): Sized | null {
  const [, stem, width, height, type] = SIZED.exec(path) ?? []
  if (!stem || !Number(width) || !Number(height)) return null
  return { originals: [`${stem}${type}`, `${stem}-scaled${type}`], width: Number(width), height: Number(height) }
}

type Size = { width: number; height: number }

/** A picture has at most these widths beside the whole, however many are asked for. */
const WIDTHS = [150, 300, 450, 600, 768, 1024, 1536, 2048]
/** And these proportions beside its own, where it is wanted cut: what themes ask for. */
const RATIOS = [1, 5 / 4, 4 / 3, 3 / 2, 16 / 9, 2, 21 / 9, 4 / 5, 3 / 4, 2 / 3, 9 / 16]
/** Rounding of its sides moves a small picture's proportion by so much. */
const SAME = 0.03

/**
 * What is made of a picture for whoever asks for a size: the next width that there is, in its own proportion or in one of a few.
 * Null: the whole is no larger.
 */
export function madeSize(whole: Size, asked: Size): Size | null {
  const own = whole.width / whole.height
  const wanted = asked.width / asked.height
  const isNear = (ratio: number) => Math.abs(Math.log(ratio / wanted)) < SAME
  const ratio = isNear(own) ? own : nearest(wanted)
  const most = Math.min(whole.width, Math.round(whole.height * ratio))
  const wide = WIDTHS.find((width) => width >= asked.width) ?? WIDTHS.at(-1) ?? most
  if (ratio === own && wide >= whole.width) return null
  const width = Math.min(wide, most)
  return { width, height: Math.max(1, Math.min(whole.height, Math.round(width / ratio))) }
}

const nearest = (wanted: number): number =>
  RATIOS.reduce((best, ratio) =>
    Math.abs(Math.log(ratio / wanted)) < Math.abs(Math.log(best / wanted)) ? ratio : best,
  )

const WHOLE = /^(\/wp-content\/uploads\/.+?)(?:-scaled)?(\.(?:jpe?g|png|gif|webp))$/i

/**
 * The crops of a picture of an archive, at addresses where each is made when somebody asks for it first, in exactly this size;
 * none of one that cannot be read, or that is small. In which proportion the whole is already is not said again.
 */
export function sizedCrops(src: string, whole: Size): ShownCrop[] {
  const [, stem, type] = WHOLE.exec(src) ?? []
  if (!stem || sizedOf(src) || whole.width * whole.height > MAX_PIXELS) return []
  return (Object.keys(CROPPED) as Ratio[]).flatMap((ratio) => {
    const sides = CROPPED[ratio]
    const most = Math.min(WIDEST_CROP, whole.width, Math.floor(whole.height * sides))
    const width = WIDTHS.findLast((wide) => wide <= most)
    const size = width === undefined ? null : madeSize(whole, { width, height: Math.round(width / sides) })
    if (!size || size.width * size.height < LEAST_PIXELS) return []
    return [{ ratio, ...size, path: `${stem}-${size.width}x${size.height}${type}` }]
  })
}
