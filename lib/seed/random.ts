/** Numbers that look random and are the same at every run (mulberry32, public domain). */
export class Random {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let t = this.#state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number {
    return Math.floor(this.next() * below)
  }

  /** One of them; the first ones far more often, as words and authors are met. */
  skewed<T>(items: readonly T[]): T {
    return this.#at(items, Math.floor(items.length * this.next() ** 3))
  }

  pick<T>(items: readonly T[]): T {
    return this.#at(items, this.below(items.length))
  }

  #at<T>(items: readonly T[], index: number): T {
    const item = items[index]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }
}
