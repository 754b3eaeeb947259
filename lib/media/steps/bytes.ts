/** Reads the next bytes of a file into the window, and answers how many: 0 at its end. */
export type Fill = (window: Uint8Array) => number

const WINDOW = 65_536
export const END = -1

/** The bytes of a file, one after the other; no more than a window of it is in memory. */
export class Bytes {
  readonly #fill: Fill
  readonly #window = new Uint8Array(WINDOW)
  #at = 0
  #end = 0

  constructor(fill: Fill) {
    this.#fill = fill
  }

  /** END where there is no more. */
  next(): number {
    if (this.#at === this.#end) {
      this.#end = this.#fill(this.#window)
      this.#at = 0
      if (this.#end === 0) return END
    }
    return this.#window[this.#at++] ?? END
  }

  /** Throws where the file ends before. */
  take(length: number): Uint8Array {
    const taken = new Uint8Array(length)
    for (let i = 0; i < length; i++) taken[i] = this.#must()
    return taken
  }

  /** The next mark: what comes before it is passed over. */
  mark(): number {
    let byte = this.#must()
    for (;;) {
      while (byte !== 0xff) byte = this.#must()
      while (byte === 0xff) byte = this.#must()
      if (byte !== 0) return byte
    }
  }

  /** What follows a mark that has a length. */
  segment(): Uint8Array {
    const length = this.#must() * 256 + this.#must()
    if (length < 2) throw new Error('a segment is shorter than its length')
    return this.take(length - 2)
  }

  #must(): number {
    const byte = this.next()
    if (byte === END) throw new Error('the picture ends too early')
    return byte
  }
}
