/** Where rows lie that are not at hand. What was never written reads as zeros. */
export type Shelf = { read(into: Uint8Array, at: number): void; write(from: Uint8Array, at: number): void }

/** Rows of units that are at hand at once. */
const UNITS_AT_HAND = 8
const BYTES_OF = { present: 8, value: 2 }

/**
 * The blocks of one colour, row by row. All of them would be too much for memory, and each step of a picture goes through them
 * from above: a few rows are at hand, the others on a shelf.
 */
export class Rows {
  /** What stands in the blocks at hand, one after the other. */
  readonly values: Int16Array
  /** Which of the 64 numbers of each block are not 0, two times 32 of them: also of those that are not kept. */
  readonly present: Uint32Array
  readonly #bytes: Uint8Array
  readonly #shelf: Shelf
  readonly #begin: number
  readonly #width: number
  readonly #height: number
  #top = 0
  #isChanged = false

  /** `begin`: where on the shelf they are; `down`: rows of blocks in a unit; `kept`: numbers of a block. */
  constructor(shelf: Shelf, begin: number, { width, down, kept }: { width: number; down: number; kept: number }) {
    this.#shelf = shelf
    this.#begin = begin
    this.#width = width
    this.#height = UNITS_AT_HAND * down
    const blocks = width * this.#height
    const buffer = new ArrayBuffer(blocks * (BYTES_OF.present + BYTES_OF.value * kept))
    this.present = new Uint32Array(buffer, 0, blocks * 2)
    this.values = new Int16Array(buffer, blocks * BYTES_OF.present)
    this.#bytes = new Uint8Array(buffer)
  }

  /** Where on the shelf they end, if there are so many of them. */
  end(rows: number): number {
    return this.#begin + Math.ceil(rows / this.#height) * this.#bytes.length
  }

  /** Has this row at hand, and answers which of the blocks at hand is its first. What stands there may be changed. */
  change(row: number): number {
    const first = this.find(row)
    this.#isChanged = true
    return first
  }

  /** The same, for whoever only looks. */
  find(row: number): number {
    const top = row - (row % this.#height)
    if (top !== this.#top) {
      this.#put()
      this.#top = top
      this.#shelf.read(this.#bytes, this.#place())
    }
    return (row - top) * this.#width
  }

  #put(): void {
    if (this.#isChanged) this.#shelf.write(this.#bytes, this.#place())
    this.#isChanged = false
  }

  #place(): number {
    return this.#begin + (this.#top / this.#height) * this.#bytes.length
  }
}
