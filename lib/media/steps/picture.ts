import { Bits, type Codes, codesOf } from './bits'
import type { Bytes } from './bytes'
import { type Frame, readFrame } from './frame'
import type { Shelf } from './rows'
import { readScan, type Scan } from './scan'

/** What is read of a picture in steps, and what is written again as it stood there. */
export type StepsPicture = {
  frame: Frame
  /** Tables of quantisers, and what says of which kind its colours are and how it is held, each with its mark. */
  segments: { mark: number; bytes: Uint8Array }[]
}

const MARK = {
  begin: 0xd8,
  end: 0xd9,
  frame: 0xc2,
  codes: 0xc4,
  scan: 0xda,
  restart: 0xdd,
  quantisers: 0xdb,
  words: 0xe0,
}
/** JFIF, the profile of its colours, and Adobe's word for what they are. */
const OF_COLOURS = new Set([0xe0, 0xe2, 0xee])
/** Says how the camera was held; as XMP its mark stands before much else. */
const EXIF = { mark: 0xe1, begin: 'Exif' }
const QUICK = 16

type Tables = { codes: Map<number, Uint8Array>; restartAfter: number }

/**
 * Reads a JPEG that is sent in steps, each finer than the one before, keeping of each block `side` × `side` numbers on the
 * shelf, which is empty before. Throws where anything is wrong with it. `pause` is called again and again: whoever looks after it may have it ended.
 */
export async function readSteps(
  bytes: Bytes,
  { side, mostPixels, shelf }: { side: number; mostPixels: number; shelf: Shelf },
  pause: () => Promise<void>,
): Promise<StepsPicture> {
  const segments: StepsPicture['segments'] = []
  const tables: Tables = { codes: new Map(), restartAfter: 0 }
  let frame: Frame | null = null
  let mark = bytes.mark()
  if (mark !== MARK.begin) throw new Error('it does not begin as a JPEG')
  mark = bytes.mark()
  while (mark !== MARK.end) {
    const segment = bytes.segment()
    if (mark === MARK.scan && frame) {
      mark = await readScan(frame, scanOf(segment, frame, tables), new Bits(bytes), pause)
      continue
    }
    if (mark === MARK.frame && !frame)
      frame = readFrame(segment, { side, mostPixels, shelf, isRgb: segments.some(isAdobeRgb) })
    else if (mark === MARK.codes) addCodes(segment, tables)
    else if (mark === MARK.restart) tables.restartAfter = (segment[0] ?? 0) * 256 + (segment[1] ?? 0)
    else if (isWrittenAgain(mark, segment)) segments.push({ mark, bytes: segment })
    else if (mark < MARK.words) throw new Error(`it has a strange part, ${mark}`)
    await pause()
    mark = bytes.mark()
  }
  if (!frame) throw new Error('it has no frame')
  return { frame, segments }
}

/** Adobe's word ends in 0 where the colours are what they are called. */
const isAdobeRgb = ({ mark, bytes }: StepsPicture['segments'][number]): boolean =>
  mark === 0xee && bytes.length >= 12 && bytes[11] === 0

const isWrittenAgain = (mark: number, segment: Uint8Array): boolean =>
  mark === MARK.quantisers ||
  OF_COLOURS.has(mark) ||
  (mark === EXIF.mark && String.fromCharCode(...segment.subarray(0, EXIF.begin.length)) === EXIF.begin)

function addCodes(segment: Uint8Array, { codes }: Tables): void {
  for (let at = 0; at < segment.length; ) {
    const name = segment[at] ?? 0
    const length = segment.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0)
    if (length > 256 || at + 17 + length > segment.length) throw new Error('a strange table of codes')
    codes.set(name, segment.slice(at + 1, at + 17 + length))
    at += 17 + length
  }
}

function scanOf(segment: Uint8Array, { components }: Frame, { codes, restartAfter }: Tables): Scan {
  const count = segment[0] ?? 0
  if (count < 1 || count > 4 || segment.length !== 4 + 2 * count) throw new Error('a strange scan')
  const [first = 0, last = 0, bits = 0] = segment.subarray(1 + 2 * count)
  const [before, bit] = [bits >> 4, bits & 15]
  const isPossible = first === 0 ? last === 0 : count === 1 && first <= last && last < 64
  if (!isPossible || bit > 13 || (before !== 0 && before !== bit + 1)) throw new Error('a strange step')
  const made = new Map<number, Codes>()
  const tableOf = (name: number): Codes => {
    const table = codes.get(name)
    if (!table) throw new Error('a table of codes is missing')
    const known = made.get(name) ?? codesOf(table)
    made.set(name, known)
    return known
  }
  const parts = Array.from({ length: count }, (_, i) => {
    const [id, names = 0] = segment.subarray(1 + 2 * i, 3 + 2 * i)
    const component = components.find((one) => one.id === id)
    if (!component) throw new Error('a scan of no colour')
    return {
      component,
      slow: first === 0 && before === 0 ? tableOf(names >> 4) : undefined,
      quick: first === 0 ? undefined : tableOf(QUICK + (names & 15)),
    }
  })
  return { parts, first, last, before, bit, restartAfter }
}
