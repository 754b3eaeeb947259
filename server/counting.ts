import { randomUUID } from 'node:crypto'
import { dayIn } from '@/lib/calendar/days'
import { momentOf } from '@/lib/counting/days'
import { type Counted, openSalt, writeCounted } from '@/lib/counting/mutations'
import type { Database } from '@/lib/db'
import { log } from '@/lib/log'
import { getSiteFacts } from '@/lib/site/facts'
import type { Counter } from './counter'
import { Readers } from './readers'

/** The most that a process loses that is killed. A minute and an hour have whole numbers of them. */
export const WRITE_EVERY_MS = 3_000
/** The registers of a day's readers are 4 KB, and need not be written as often. */
const SKETCH_EVERY_MS = 30_000
/** Without the database so many moments are waited for, a quarter of an hour, and then the oldest are lost. */
const MOST_WAITING = 300

/** Writes down again and again what the door of this process has counted. */
export class Counting {
  readonly #db: Database
  readonly #counter: Counter
  readonly #origin = randomUUID()
  readonly #waiting: Counted[] = []
  /** Since when the counter counts what it will be asked for next. */
  #since: Date
  #sketchedAt = 0

  constructor(db: Database, counter: Counter, now: Date) {
    this.#db = db
    this.#counter = counter
    this.#since = now
  }

  /** Takes what was counted, says for which day and hour, and writes it. What cannot be written is written with the next. */
  async write(now: Date, isLast = false): Promise<void> {
    const { site, figures } = await getSiteFacts(this.#db)
    const tally = this.#counter.take()
    if (tally.articles.size || tally.figures.size) {
      this.#waiting.push({ ...momentOf(site.timeZone, this.#since), tally })
      if (this.#waiting.length > MOST_WAITING) this.#waiting.shift()
    }
    this.#since = now
    const { readers } = this.#counter
    const today = dayIn(site.timeZone, now)
    const isOver = readers !== null && (readers.day !== today || !figures.counts)
    const isDue = isLast || isOver || now.getTime() - this.#sketchedAt >= SKETCH_EVERY_MS
    try {
      await this.#writeWaiting(readers?.changed && isDue ? readers : null, now)
    } finally {
      // Whatever became of it: of a day that is over nobody is known any more.
      if (isOver) this.#counter.begin(null)
    }
    this.#counter.isOn = figures.counts
    if (figures.counts && !this.#counter.readers)
      this.#counter.begin(new Readers(today, await openSalt(this.#db, today)))
  }

  async #writeWaiting(readers: Readers | null, now: Date): Promise<void> {
    const written = this.#waiting.length
    if (!written && !readers) return
    const sketch = readers && { day: readers.day, origin: this.#origin, registers: Uint8Array.from(readers.registers) }
    if (readers) readers.changed = false
    try {
      await writeCounted(this.#db, this.#waiting, sketch)
    } catch (error) {
      if (readers) readers.changed = true
      throw error
    }
    this.#waiting.splice(0, written)
    if (readers) this.#sketchedAt = now.getTime()
  }
}

/** Begins to count, and answers how to end it, with everything written. */
export function startCounting(db: Database, counter: Counter): () => Promise<void> {
  const counting = new Counting(db, counter, new Date())
  let timer: NodeJS.Timeout
  let ended = false
  const write = (isLast = false) =>
    counting
      .write(new Date(), isLast)
      .catch((error: unknown) => log().warn({ error }, 'what was counted could not be written'))
  const next = () => {
    // By the clock, so that what is written belongs to one minute.
    const pause = WRITE_EVERY_MS - (Date.now() % WRITE_EVERY_MS)
    timer = setTimeout(() => {
      writing = write().then(() => {
        if (!ended) next()
      })
    }, pause).unref()
  }
  let writing = write().then(next)
  return async () => {
    ended = true
    clearTimeout(timer)
    await writing
    clearTimeout(timer)
    await write(true)
  }
}
