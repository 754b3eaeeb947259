import { once } from 'node:events'
import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { BodyFacts, ImportedBody, PostBody } from './post-body'

/** Bundled by scripts/programs.mjs. */
const THREAD = resolve('.cache/programs/lib/wordpress/body-thread.mjs')
const YOUNG_MB = 8

/**
 * Converts bodies and reads them in a thread of its own, in the order they are given: done while the main thread writes
 * what was converted before.
 */
export class Bodies {
  readonly #thread: Worker
  #last: Promise<unknown> = Promise.resolve()

  constructor(facts: BodyFacts) {
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MB }
    this.#thread = new Worker(THREAD, { workerData: facts, resourceLimits })
  }

  /** Throws what converting one of them threw. */
  convert(bodies: readonly PostBody[]): Promise<ImportedBody[]> {
    const converted = this.#last.then(async () => {
      const answer = once(this.#thread, 'message')
      this.#thread.postMessage(bodies)
      const [result] = await answer
      return result as ImportedBody[]
    })
    this.#last = converted
    // Whoever waits for it hears of it; until then it is nobody's unhandled rejection.
    converted.catch(() => undefined)
    return converted
  }

  async close(): Promise<void> {
    await this.#thread.terminate()
  }
}
