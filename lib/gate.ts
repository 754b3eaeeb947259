/** Lets so many holders through at a time, first come first served. */
export class Gate {
  #held = 0
  readonly #most: number
  readonly #waiting: (() => void)[] = []

  constructor(most = 1) {
    this.#most = most
  }

  /** Resolves to the function that lets the next one through; calling it twice is harmless. */
  async enter(): Promise<() => void> {
    // Whoever leaves hands the place to the next in line, so that nobody overtakes it.
    if (this.open) this.#held++
    else await new Promise<void>((proceed) => this.#waiting.push(proceed))
    let left = false
    return () => {
      if (left) return
      left = true
      const next = this.#waiting.shift()
      if (next) next()
      else this.#held--
    }
  }

  /** True where the next one need not wait. */
  get open(): boolean {
    return this.#held < this.#most
  }
}
