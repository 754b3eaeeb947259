import { setTimeout as sleep } from 'node:timers/promises'
import { isDriverAdapterError } from '@prisma/driver-adapter-utils'

/** How long a write waits for another process's lock before the reader is told to come back. */
export const BUSY_LIMIT_MS = 10_000

const FIRST_WAIT_MS = 5
const LONGEST_WAIT_MS = 100
/** Whoever has waited so long knocks more often than those who came later, or might wait until the end. */
const IMPATIENT_AFTER_MS = 1_500

/**
 * Runs `attempt` until it is not refused by another process's lock. The waiting is ours and asynchronous: SQLite's own
 * (busy_timeout) sleeps inside the call and stops every reader of the process for as long.
 * Throws the last refusal after BUSY_LIMIT_MS.
 */
export async function retryWhileBusy<T>(attempt: () => Promise<T>): Promise<T> {
  const began = performance.now()
  for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
    try {
      return await attempt()
    } catch (error) {
      const waited = performance.now() - began
      if (!isLockRefusal(error) || waited > BUSY_LIMIT_MS) throw error
      if (waited > IMPATIENT_AFTER_MS) wait = FIRST_WAIT_MS
    }
    // Jitter: several waiting processes should not knock at the same moment again.
    await sleep(wait / 2 + Math.random() * (wait / 2))
  }
}

/** True for SQLITE_BUSY in any of its forms, as the adapter reports it. */
function isLockRefusal(error: unknown): boolean {
  return error instanceof Error && isDriverAdapterError(error) && error.cause.kind === 'SocketTimeout'
}

/** Prisma's: no server there, no answer in time, no connection or transaction to be had in time. */
const AWAY_CODES = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2028'])
/** The system's, PostgreSQL's own (57P…: it is shutting down or starting up), and the driver's. */
const AWAY_TEXT = /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|57P0[123]|Connection terminated|database system is/

/** How far a failure is followed to what caused it; causes may go in a circle. */
const DEEPEST_CAUSE = 10

/**
 * True when a query failed because the database did not answer, or not in time: the reader gets a 503, not a 500. Takes
 * whatever was thrown, which may be nothing at all.
 */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (!(error instanceof Error) || depth > DEEPEST_CAUSE) return false
  if (isLockRefusal(error)) return true
  const code = 'code' in error ? String(error.code) : ''
  return AWAY_CODES.has(code) || AWAY_TEXT.test(`${code} ${error.message}`) || isDatabaseAway(error.cause, depth + 1)
}
