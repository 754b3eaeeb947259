import type { Database } from '@/lib/db'
import { addHits } from '@/lib/redirects/hit-mutations'

/** A transaction of some milliseconds; whatever else was asked for waits for the next. */
const AT_ONCE = 200

/** Hits of redirects as this process sees them, in memory until they are written together. */
export class RedirectHits {
  #counted = new Map<number, { hits: number; lastHitAt: Date }>()

  count(id: number, now: Date): void {
    this.#counted.set(id, { hits: (this.#counted.get(id)?.hits ?? 0) + 1, lastHitAt: now })
  }

  /** Writes down what was counted. What could not be written is counted on. */
  async write(db: Database): Promise<void> {
    const some = [...this.#counted].slice(0, AT_ONCE).map(([id, counted]) => ({ id, ...counted }))
    if (!some.length) return
    for (const { id } of some) this.#counted.delete(id)
    try {
      await addHits(db, some)
    } catch (error) {
      for (const { id, hits, lastHitAt } of some) {
        const since = this.#counted.get(id)
        this.#counted.set(id, { hits: hits + (since?.hits ?? 0), lastHitAt: since?.lastHitAt ?? lastHitAt })
      }
      throw error
    }
  }

  /** At the end of the process: all of it. */
  async writeAll(db: Database): Promise<void> {
    while (this.#counted.size) await this.write(db)
  }
}
