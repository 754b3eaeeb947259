import type { Component, Frame } from './frame'
import type { StepsPicture } from './picture'

type Write = (bytes: Uint8Array) => void

const CHUNK = 65_536
/** As much as a number may say in a picture that is sent at once. */
const MOST = 1023

/** Codes of one length for all that may be said: this file is read once and thrown away. */
const SLOW = Array.from({ length: 12 }, (_, size) => size)
const QUICK = [0x00, 0xf0, ...Array.from({ length: 160 }, (_, i) => ((i % 16) << 4) | (1 + Math.floor(i / 16)))]
const SLOW_BITS = 4
const QUICK_BITS = 8
const END_OF_BLOCK = 0
const SIXTEEN_EMPTY = 1
const codeOf = (run: number, size: number) => 2 + (size - 1) * 16 + run

/** Writes what was read in steps as a JPEG that is sent at once, so that reading it takes memory for a few lines alone. */
export async function writeWhole(
  { frame, segments }: StepsPicture,
  write: Write,
  pause: () => Promise<void>,
): Promise<void> {
  const out = new Out(write)
  out.bytes([0xff, 0xd8])
  for (const { mark, bytes } of segments) out.segment(mark, bytes)
  out.segment(0xc0, frameOf(frame))
  out.segment(0xc4, tableOf(0x00, SLOW_BITS, SLOW))
  out.segment(0xc4, tableOf(0x10, QUICK_BITS, QUICK))
  out.segment(0xda, scanOf(frame))
  const predicted = frame.components.map(() => 0)
  for (let y = 0; y < frame.unitsDown; y++) {
    for (let x = 0; x < frame.unitsAcross; x++) {
      for (const [i, component] of frame.components.entries()) {
        const { across, down, rows } = component
        for (let n = 0; n < across * down; n++) {
          const block = rows.find(y * down + Math.floor(n / across)) + x * across + (n % across)
          predicted[i] = writeBlock(out, component, block, predicted[i] ?? 0)
        }
      }
    }
    await pause()
  }
  out.fill()
  out.bytes([0xff, 0xd9])
  out.flush()
}

/** Answers its average, from which the next one's is told. */
function writeBlock(out: Out, { kept, rows }: Component, block: number, predicted: number): number {
  const { values } = rows
  const at = block * kept.length
  const average = within(values[at] ?? 0)
  const change = average - predicted
  const size = sizeOf(change)
  out.bits(size, SLOW_BITS)
  out.number(change, size)
  let last = 0
  for (let slot = 1; slot < kept.length; slot++) {
    const value = within(values[at + slot] ?? 0)
    if (value === 0) continue
    const place = kept[slot] ?? 0
    let empty = place - last - 1
    for (; empty > 15; empty -= 16) out.bits(SIXTEEN_EMPTY, QUICK_BITS)
    const length = sizeOf(value)
    out.bits(codeOf(empty, length), QUICK_BITS)
    out.number(value, length)
    last = place
  }
  if (last < 63) out.bits(END_OF_BLOCK, QUICK_BITS)
  return average
}

const within = (value: number) => Math.max(-MOST, Math.min(MOST, value))
const sizeOf = (value: number) => 32 - Math.clz32(Math.abs(value))

function frameOf({ width, height, components }: Frame): number[] {
  const size = [height >> 8, height & 255, width >> 8, width & 255]
  const said = components.flatMap(({ id, across, down, quantiser }) => [id, (across << 4) | down, quantiser])
  return [8, ...size, components.length, ...said]
}

const tableOf = (name: number, bits: number, symbols: number[]): number[] => [
  name,
  ...Array.from({ length: 16 }, (_, i) => (i + 1 === bits ? symbols.length : 0)),
  ...symbols,
]

const scanOf = ({ components }: Frame): number[] => [
  components.length,
  ...components.flatMap(({ id }) => [id, 0]),
  ...[0, 63, 0],
]

class Out {
  readonly #write: Write
  readonly #chunk = new Uint8Array(CHUNK)
  #at = 0
  #held = 0
  #count = 0

  constructor(write: Write) {
    this.#write = write
  }

  bytes(all: Iterable<number>): void {
    for (const byte of all) this.#byte(byte)
  }

  segment(mark: number, bytes: ArrayLike<number> & Iterable<number>): void {
    const length = bytes.length + 2
    this.bytes([0xff, mark, length >> 8, length & 255])
    this.bytes(bytes)
  }

  /** At most 16 of them. */
  bits(value: number, length: number): void {
    this.#held = (this.#held << length) | value
    this.#count += length
    while (this.#count >= 8) {
      this.#count -= 8
      const byte = (this.#held >>> this.#count) & 255
      this.#byte(byte)
      if (byte === 255) this.#byte(0)
    }
  }

  /** With its sign, as a JPEG writes it. */
  number(value: number, size: number): void {
    if (size) this.bits(value < 0 ? value + (1 << size) - 1 : value, size)
  }

  /** Up to a whole byte. */
  fill(): void {
    if (this.#count) this.bits((1 << (8 - this.#count)) - 1, 8 - this.#count)
  }

  flush(): void {
    this.#write(this.#chunk.subarray(0, this.#at))
    this.#at = 0
  }

  #byte(byte: number): void {
    this.#chunk[this.#at++] = byte
    if (this.#at === CHUNK) this.flush()
  }
}
