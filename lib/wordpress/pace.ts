import { isUniqueViolation } from '@/lib/database/violations'
import type { Database, Tx } from '@/lib/db'
import { transact } from '@/lib/invalidation'

/** Longer transactions would keep a running site from writing, and everything else of this process from the database. */
export const LONGEST_MS = 200
const TOO_LONG_MS = 150
const SHORT_MS = 110
const MOST_UNITS = 60
/**
 * No fewer: much of a transaction is the same for one article and for six. Where the machine is so busy that six take
 * too long, one by one would take half as long again altogether, and give nobody more of it.
 */
const FEWEST_UNITS = 6
const ATTEMPTS = 3

/** Runs transactions, measures them, and says how much the next may hold so that none takes long. */
export class Pace {
  slowestMs = 0
  transactions = 0
  #units = FEWEST_UNITS

  readonly #db: Database

  constructor(db: Database) {
    this.#db = db
  }

  /** How many units (an article is about one) the next batch may hold. */
  get units(): number {
    return this.#units
  }

  /** A transaction whose length says how large the next is to be: much of it is the same for one article and for ten. */
  async batch<T>(units: number, work: (tx: Tx) => Promise<T>): Promise<T> {
    const { result, ms } = await this.#measured(work)
    if (ms > TOO_LONG_MS) this.#units = Math.max(FEWEST_UNITS, 0.75 * Math.min(units, this.#units))
    else if (ms < SHORT_MS && units > 0.7 * this.#units) this.#units = Math.min(MOST_UNITS, 1.1 * this.#units + 0.2)
    return result
  }

  async transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return (await this.#measured(work)).result
  }

  async #measured<T>(work: (tx: Tx) => Promise<T>): Promise<{ result: T; ms: number }> {
    for (let attempt = 1; ; attempt++) {
      let began = 0
      try {
        const result = await transact(this.#db, (tx) => {
          // From here on it holds the lock; the waiting for it is nobody's loss but ours.
          began = performance.now()
          return work(tx)
        })
        const ms = performance.now() - began
        this.transactions++
        this.slowestMs = Math.max(this.slowestMs, ms)
        return { result, ms }
      } catch (error) {
        // On PostgreSQL somebody else may have taken a number or an address between our question and our row.
        if (!isUniqueViolation(error) || attempt === ATTEMPTS) throw error
      }
    }
  }
}
