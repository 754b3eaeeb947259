import type { Bits, Codes } from './bits'
import type { Component, Frame } from './frame'

/** One step of a picture: which numbers of its blocks it tells, and from which bit on. */
export type Scan = {
  parts: { component: Component; slow: Codes | undefined; quick: Codes | undefined }[]
  first: number
  last: number
  /** The bit that an earlier step ended with; 0 where there was none. */
  before: number
  bit: number
  /** After so many units what was counted on begins anew; 0 where it never does. */
  restartAfter: number
}

const RESTARTS = { first: 0xd0, last: 0xd7 }
const NONE: Codes = new Uint16Array(1 << 16)

/** Reads one step into the frame, and answers the mark that follows; `pause` is called now and then. */
export async function readScan(frame: Frame, scan: Scan, bits: Bits, pause: () => Promise<void>): Promise<number> {
  const [only] = scan.parts
  const isAlone = scan.parts.length === 1 && only !== undefined
  const across = isAlone ? only.component.width : frame.unitsAcross
  const down = isAlone ? only.component.height : frame.unitsDown
  const reader = new BlockReader(scan, bits)
  let left = scan.restartAfter
  for (let y = 0; y < down; y++) {
    const first = isAlone ? only.component.rows.change(y) : 0
    for (let x = 0; x < across; x++) {
      if (scan.restartAfter && left-- === 0) {
        const mark = bits.end()
        if (mark < RESTARTS.first || mark > RESTARTS.last) throw new Error('a scan ends too early')
        reader.restart()
        left = scan.restartAfter - 1
      }
      if (isAlone) reader.read(only, first + x)
      else readUnit(reader, scan, x, y)
    }
    await pause()
  }
  return bits.end()
}

function readUnit(reader: BlockReader, { parts }: Scan, x: number, y: number): void {
  for (const part of parts) {
    const { across, down, rows } = part.component
    for (let row = 0; row < down; row++) {
      const first = rows.change(y * down + row) + x * across
      for (let column = 0; column < across; column++) reader.read(part, first + column)
    }
  }
}

class BlockReader {
  readonly #scan: Scan
  readonly #bits: Bits
  readonly #predicted = new Map<Component, number>()
  /** So many more blocks have nothing new in this step. */
  #empty = 0

  constructor(scan: Scan, bits: Bits) {
    this.#scan = scan
    this.#bits = bits
  }

  restart(): void {
    this.#predicted.clear()
    this.#empty = 0
  }

  read({ component, slow = NONE, quick = NONE }: Scan['parts'][number], block: number): void {
    const { first, before } = this.#scan
    if (first === 0) this.#readAverage(component, slow, block)
    else if (before === 0) this.#readChanges(component, quick, block)
    else this.#refineChanges(component, quick, block)
  }

  #readAverage(component: Component, codes: Codes, block: number): void {
    const { before, bit } = this.#scan
    const { values } = component.rows
    const at = block * component.kept.length
    if (before !== 0) {
      if (this.#bits.bit()) values[at] = (values[at] ?? 0) | (1 << bit)
      return
    }
    const average = (this.#predicted.get(component) ?? 0) + this.#bits.signed(this.#bits.symbol(codes) & 15)
    this.#predicted.set(component, average)
    values[at] = average << bit
  }

  #readChanges(component: Component, codes: Codes, block: number): void {
    if (this.#empty > 0) {
      this.#empty--
      return
    }
    const { first, last, bit } = this.#scan
    for (let place = first; place <= last; place++) {
      const symbol = this.#bits.symbol(codes)
      const size = symbol & 15
      place += symbol >> 4
      if (size) {
        if (place > last) throw new Error('a block has too much in it')
        this.#put(component, block, place, this.#bits.signed(size) << bit)
      } else if (symbol !== 0xf0) {
        this.#empty = this.#run(symbol >> 4) - 1
        return
      }
    }
  }

  #refineChanges(component: Component, codes: Codes, block: number): void {
    const { first, last, bit } = this.#scan
    let place = first
    while (this.#empty === 0 && place <= last) {
      const symbol = this.#bits.symbol(codes)
      const size = symbol & 15
      if (size > 1) throw new Error('a step tells two bits')
      if (size === 0 && symbol !== 0xf0) {
        this.#empty = this.#run(symbol >> 4)
        break
      }
      const added = size ? (this.#bits.bit() ? 1 : -1) << bit : 0
      place = this.#refineUpTo(component, block, place, symbol >> 4)
      if (added && place <= last) this.#put(component, block, place, added)
      place++
    }
    if (this.#empty === 0) return
    this.#refineUpTo(component, block, place, 64)
    this.#empty--
  }

  /** Refines what is there from `place` on, to behind so many places that are empty; answers the next empty one. */
  #refineUpTo(component: Component, block: number, place: number, empty: number): number {
    const { last, bit } = this.#scan
    const { values, present } = component.rows
    const low = present[2 * block] ?? 0
    const high = present[2 * block + 1] ?? 0
    for (; place <= last; place++) {
      const isThere = place < 32 ? (low >>> place) & 1 : (high >>> (place - 32)) & 1
      if (!isThere) {
        if (empty-- === 0) break
      } else if (this.#bits.bit()) {
        const slot = component.slots[place] ?? -1
        if (slot < 0) continue
        const at = block * component.kept.length + slot
        const value = values[at] ?? 0
        if ((Math.abs(value) & (1 << bit)) === 0) values[at] = value + (value < 0 ? -1 : 1) * (1 << bit)
      }
    }
    return place
  }

  #put(component: Component, block: number, place: number, value: number): void {
    const { values, present } = component.rows
    const word = 2 * block + (place >> 5)
    present[word] = (present[word] ?? 0) | (1 << (place & 31))
    const slot = component.slots[place] ?? -1
    if (slot >= 0) values[block * component.kept.length + slot] = value
  }

  /** How many blocks, this one among them, have nothing more. */
  #run(length: number): number {
    return (1 << length) + this.#bits.bits(length)
  }
}
