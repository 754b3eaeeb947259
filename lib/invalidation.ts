import { randomUUID } from 'node:crypto'
import { dialectOf } from './database/dialect'
import { insertRows } from './database/insert-rows'
import type { Database, Tx } from './db'
import { log } from './log'

type Listener = (tags: ReadonlySet<string>) => void
type Following = { ready: Promise<void>; stop(): void }

// On globalThis: Next bundles its own copy of this module, and every copy of a process must hear of a change.
const shared = globalThis as { [key: symbol]: unknown }
const key = Symbol.for('broadsheet.invalidation')
shared[key] ??= { origin: randomUUID(), listeners: new Set<Listener>(), followed: new Map<Database, Following>() }
const { origin, listeners, followed } = shared[key] as {
  /** This process: what it wrote itself it has heard of already. */
  origin: string
  listeners: Set<Listener>
  followed: Map<Database, Following>
}

export function onInvalidation(listener: Listener): void {
  listeners.add(listener)
}

function tell(tags: ReadonlySet<string>): void {
  if (tags.size) for (const listener of listeners) listener(tags)
}

const changes = new WeakMap<Tx, Set<string>>()

/** Says inside a transaction what it changes; only `transact` opens transactions that can be told. */
export function changed(tx: Tx, ...tags: string[]): void {
  const set = changes.get(tx)
  if (!set) throw new Error('changed() outside transact()')
  for (const tag of tags) set.add(tag)
}

/**
 * One transaction together with the rows that tell every process what it changed. This process hears of it as soon as it
 * is committed, the others within FOLLOW_MS. `limitMs`: how long it may take where that is longer than usual.
 */
export async function transact<T>(db: Database, work: (tx: Tx) => Promise<T>, limitMs?: number): Promise<T> {
  const tags = new Set<string>()
  const result = await db.$transaction(
    async (tx) => {
      changes.set(tx, tags)
      const value = await work(tx)
      const createdAt = new Date()
      await insertRows(
        tx,
        'Invalidation',
        [...tags].map((tag) => ({ tag, createdAt, origin })),
      )
      return value
    },
    limitMs === undefined ? undefined : { timeout: limitMs },
  )
  tell(tags)
  return result
}

export const FOLLOW_MS = 250

/**
 * From now on this process hears of what other processes commit: within FOLLOW_MS, and at once where the database says so
 * (`listen`). Resolves when nothing committed later can be missed. Never keeps the process alive; ends with
 * `unfollowInvalidations`.
 */
export function followInvalidations(db: Database, listen?: (notice: () => void) => () => void): Promise<void> {
  const known = followed.get(db)
  if (known) return known.ready
  const read = readerOf(db)
  let timer: NodeJS.Timeout | undefined
  let reading = false
  let again = false
  const look = async () => {
    // A notice that comes while rows are read may be of a row that this reading does not see.
    again = reading
    if (reading) return
    reading = true
    clearTimeout(timer)
    try {
      tell(await read())
    } catch (error) {
      log().warn({ error }, 'invalidations could not be read')
    }
    reading = false
    if (followed.get(db) !== following) return
    if (again) setImmediate(look)
    else timer = setTimeout(look, FOLLOW_MS).unref()
  }
  let unlisten: (() => void) | undefined
  const begin = () => {
    timer = setTimeout(look, FOLLOW_MS).unref()
    unlisten = listen?.(() => void look())
  }
  const stop = () => {
    clearTimeout(timer)
    unlisten?.()
  }
  const following = { ready: read().then(begin), stop }
  followed.set(db, following)
  // Whoever asks next tries again.
  following.ready.catch(() => followed.delete(db))
  return following.ready
}

export function unfollowInvalidations(db: Database): void {
  followed.get(db)?.stop()
  followed.delete(db)
}

/** Every process has read these long ago; those that start later have nothing kept. */
const FORGOTTEN_AFTER_MS = 3_600_000

export async function forgetOldInvalidations(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - FORGOTTEN_AFTER_MS)
  const { count } = await db.invalidation.deleteMany({ where: { createdAt: { lt: before } } })
  return count
}

/** Each call answers the tags of the rows that no call before it has seen. */
function readerOf(db: Database): () => Promise<Set<string>> {
  return dialectOf(db) === 'sqlite' ? readerById(db) : readerByTime(db)
}

/** SQLite lets one write at a time, so a row that is committed later has a higher id. */
function readerById(db: Database): () => Promise<Set<string>> {
  let last: number | undefined
  return async () => {
    if (last === undefined) {
      const { _max } = await db.invalidation.aggregate({ _max: { id: true } })
      // Nothing is kept yet that an older row could change.
      last = _max.id ?? 0
      return new Set()
    }
    const rows = await db.invalidation.findMany({
      where: { id: { gt: last } },
      orderBy: { id: 'asc' },
      select: { id: true, tag: true, origin: true },
    })
    last = rows.at(-1)?.id ?? last
    return new Set(rows.filter((row) => row.origin !== origin).map(({ tag }) => tag))
  }
}

// Ids are given before they commit: on PostgreSQL a lower one may appear after a higher one has been read, so rows are
// looked at again for as long as a transaction may last.
const OVERLAP_MS = 30_000

function readerByTime(db: Database): () => Promise<Set<string>> {
  const seen = new Map<number, number>()
  // Moves only when a read succeeds: what was written while the database was away is read when it is back.
  let lastRead = Date.now()
  return async () => {
    const began = Date.now()
    const since = new Date(lastRead - OVERLAP_MS)
    const rows = await db.invalidation.findMany({
      where: { createdAt: { gte: since }, origin: { not: origin } },
      select: { id: true, tag: true, createdAt: true },
    })
    const fresh = rows.filter(({ id }) => !seen.has(id))
    for (const { id, createdAt } of fresh) seen.set(id, createdAt.getTime())
    for (const [id, at] of seen) if (at < since.getTime()) seen.delete(id)
    lastRead = began
    return new Set(fresh.map(({ tag }) => tag))
  }
}
