type Work = () => Promise<void>

/**
 * Work that is done one after the other, in the order in which it came; what can wait is only taken while nothing else does.
 */
export class Turns {
  readonly #soon: Work[] = []
  readonly #later: Work[] = []
  #isBusy = false

  take<T>(work: () => Promise<T>, canWait = false): Promise<T> {
    return new Promise((done, failed) => {
      const waiting = canWait ? this.#later : this.#soon
      waiting.push(() => work().then(done, failed))
      void this.#next()
    })
  }

  async #next(): Promise<void> {
    if (this.#isBusy) return
    this.#isBusy = true
    for (;;) {
      const work = this.#soon.shift() ?? this.#later.shift()
      if (!work) break
      await work()
    }
    this.#isBusy = false
  }
}
