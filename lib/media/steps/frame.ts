import { Rows, type Shelf } from './rows'

/** One colour of a picture, in blocks of 8 × 8. */
export type Component = {
  id: number
  across: number
  down: number
  quantiser: number
  /** Of the picture itself: what is kept is filled up to whole units of all colours. */
  width: number
  height: number
  /** The places, of the 64 in a block, of what is kept, the slowest change first. */
  kept: readonly number[]
  /** Where among them each of the 64 is; -1 where it is not kept. */
  slots: Int8Array
  rows: Rows
}

export type Frame = {
  width: number
  height: number
  components: Component[]
  unitsAcross: number
  unitsDown: number
}

/** The places of a block in the order of a JPEG: each is row × 8 + column. */
const ZIGZAG: readonly number[] = Array.from({ length: 15 }, (_, diagonal) =>
  Array.from({ length: 8 }, (_, i) => (diagonal % 2 ? i : 7 - i))
    .filter((row) => diagonal - row >= 0 && diagonal - row < 8)
    .map((row) => row * 8 + diagonal - row),
).flat()

/** Places in the order of a JPEG whose change is no quicker than `side` half waves a block, either way. */
export const keptPlaces = (side: number): number[] =>
  ZIGZAG.flatMap((at, place) => (at % 8 < side && at >> 3 < side ? [place] : []))

/** Nothing that readers get has colours finer than at half the width. */
const colourSide = (side: number): number => (side === 8 ? 8 : Math.ceil(side / 2) + 1)

const RGB = 'R G B'
  .split(' ')
  .map((letter) => letter.charCodeAt(0))
  .join()

/**
 * Of the mark 0xc2, a picture in steps; `side`: as many numbers of a block, either way, as are seen of it. `isRgb` where
 * something says that its three colours are red, green and blue, and not its light and two of colour.
 */
export function readFrame(
  segment: Uint8Array,
  { side, mostPixels, isRgb, shelf }: { side: number; mostPixels: number; isRgb: boolean; shelf: Shelf },
): Frame {
  const [precision = 0, h1 = 0, h0 = 0, w1 = 0, w0 = 0, count = 0, ...rest] = segment
  const [width, height] = [w1 * 256 + w0, h1 * 256 + h0]
  if (precision !== 8 || ![1, 3, 4].includes(count) || rest.length !== count * 3) throw new Error('a strange frame')
  if (width === 0 || height === 0 || width * height > mostPixels) throw new Error('a strange size')
  const said = Array.from({ length: count }, (_, i) => {
    const [id = 0, sampling = 0, quantiser = 0] = rest.slice(i * 3)
    // Alone, a colour has nothing to be finer than.
    const [across, down] = count === 1 ? [1, 1] : [sampling >> 4, sampling & 15]
    return { id, across, down, quantiser }
  })
  const blocksOfUnit = said.reduce((sum, { across, down }) => sum + across * down, 0)
  const isPossible = said.every(({ across, down }) => across >= 1 && across <= 4 && down >= 1 && down <= 4)
  if (!isPossible || blocksOfUnit > 10) throw new Error('a strange sampling')
  const most = { across: Math.max(...said.map((one) => one.across)), down: Math.max(...said.map((one) => one.down)) }
  const unitsAcross = Math.ceil(width / (8 * most.across))
  const unitsDown = Math.ceil(height / (8 * most.down))
  const isLight = (i: number) => i === 0 || count !== 3 || isRgb || said.map(({ id }) => id).join() === RGB
  let begin = 0
  const components = said.map((one, i): Component => {
    // Of what is coarser in the file more is seen of each block.
    const coarser = Math.max(most.across / one.across, most.down / one.down)
    const kept = keptPlaces(Math.min(8, coarser * (isLight(i) ? side : colourSide(side))))
    const rows = new Rows(shelf, begin, { width: unitsAcross * one.across, down: one.down, kept: kept.length })
    begin = rows.end(unitsDown * one.down)
    return {
      ...one,
      width: Math.ceil((width * one.across) / (8 * most.across)),
      height: Math.ceil((height * one.down) / (8 * most.down)),
      ...{ kept, rows },
      slots: Int8Array.from({ length: 64 }, (_, place) => kept.indexOf(place)),
    }
  })
  return { width, height, components, unitsAcross, unitsDown }
}
