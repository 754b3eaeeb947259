/**
 * Lets one holder through at a time, first come first served. A transaction holds the gate from BEGIN to its end, a
 * single statement for as long as it runs: on the one shared connection nothing of one request may slip into
 * another's open transaction (it would read what was never committed, or be rolled back with it).
 */
export class Gate {
  #held = false
  readonly #waiting: (() => void)[] = []

  /** Resolves to the function that lets the next one through; calling it twice is harmless. */
  async enter(): Promise<() => void> {
    if (this.#held) await new Promise<void>((proceed) => this.#waiting.push(proceed))
    this.#held = true
    let left = false
    return () => {
      if (left) return
      left = true
      const next = this.#waiting.shift()
      // The gate stays held for the next in line, so that nobody overtakes it.
      if (next) next()
      else this.#held = false
    }
  }

  /** True when nobody holds it: a statement may run at once, without waiting its turn. */
  get open(): boolean {
    return !this.#held
  }
}
