import { type Bytes, END } from './bytes'

/** The symbol for the next sixteen bits, and the length of its code above it; 0 where there is no such code. */
export type Codes = Uint16Array

const CODE_BITS = 16

/** Of a table as it stands in a file: how many codes there are of each length, and what they stand for. */
export function codesOf(table: Uint8Array): Codes {
  const codes = new Uint16Array(1 << CODE_BITS)
  let next = 0
  let symbol = CODE_BITS
  for (let length = 1; length <= CODE_BITS; length++) {
    const width = 1 << (CODE_BITS - length)
    for (let n = 0; n < (table[length - 1] ?? 0); n++) {
      if (next + width > codes.length) throw new Error('more codes than there can be')
      codes.fill((length << 8) | (table[symbol++] ?? 0), next, next + width)
      next += width
    }
  }
  return codes
}

/** What stands in a scan, bit by bit, up to the next mark. */
export class Bits {
  readonly #bytes: Bytes
  #held = 0
  #count = 0
  /** Of those that are held so many are made up, so that a code at the very end can be looked up. */
  #madeUp = 0
  #mark = 0

  constructor(bytes: Bytes) {
    this.#bytes = bytes
  }

  bit(): number {
    return this.bits(1)
  }

  /** A number of so many bits, at most 16. */
  bits(length: number): number {
    if (this.#count < length) this.#hold()
    const value = (this.#held >>> (this.#count - length)) & ((1 << length) - 1)
    this.#drop(length)
    return value
  }

  symbol(codes: Codes): number {
    if (this.#count < CODE_BITS) this.#hold()
    const found = codes[(this.#held >>> (this.#count - CODE_BITS)) & 0xffff] ?? 0
    if (found === 0) throw new Error('no such code')
    this.#drop(found >>> 8)
    return found & 0xff
  }

  /** A number with its sign, as a JPEG writes one of so many bits. */
  signed(length: number): number {
    if (length === 0) return 0
    const value = this.bits(length)
    return value < 1 << (length - 1) ? value - (1 << length) + 1 : value
  }

  /** Passes over what is left, to the mark that ends it. */
  end(): number {
    const mark = this.#mark || this.#bytes.mark()
    this.#held = 0
    this.#count = 0
    this.#madeUp = 0
    this.#mark = 0
    return mark
  }

  #drop(length: number): void {
    this.#count -= length
    if (this.#count < this.#madeUp) throw new Error('a scan ends too early')
  }

  #hold(): void {
    while (this.#count <= 24) {
      this.#held = (this.#held << 8) | this.#next()
      this.#count += 8
    }
  }

  #next(): number {
    if (this.#mark === 0) {
      const byte = this.#bytes.next()
      if (byte !== 0xff && byte !== END) return byte
      let after = byte === END ? END : this.#bytes.next()
      if (after === 0) return byte
      while (after === 0xff) after = this.#bytes.next()
      if (after === END) throw new Error('the picture ends too early')
      this.#mark = after
    }
    this.#madeUp += 8
    return 0
  }
}
