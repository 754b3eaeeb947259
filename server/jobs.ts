import { forgetSpentBudgets } from '@/lib/auth/budgets'
import { forgetEndedSessions } from '@/lib/auth/sign-out'
import type { Database } from '@/lib/db'
import { forgetOldInvalidations } from '@/lib/invalidation'
import { log } from '@/lib/log'
import { rebuildSearch } from '@/lib/search/mutations'
import type { Pages } from './pages'

const IMPROVE_EVERY_MS = 250
const TELL_EVERY_MS = 5_000
const HOUR_MS = 3_600_000

/**
 * What a process does beside answering; `leads` is true in the one of several that also does what is needed once a site.
 * Answers how to stop it.
 */
export function startJobs(db: Database, pages: Pages, leads: boolean): () => void {
  const timers = [
    every(IMPROVE_EVERY_MS, () => pages.improveOne()),
    every(TELL_EVERY_MS, async () => log().debug({ bytes: pages.bytes }, 'pages are kept')),
  ]
  if (leads) {
    timers.push(every(HOUR_MS, () => forgetOldInvalidations(db, new Date())))
    timers.push(every(HOUR_MS, () => forgetSpentBudgets(db, new Date())))
    timers.push(every(HOUR_MS, () => forgetEndedSessions(db, new Date())))
    // Where a start was ended while it made an index; one question where it was not.
    rebuildSearch(db, () => undefined).catch((error: unknown) => log().error({ error }, 'a job failed'))
  }
  return () => {
    for (const stop of timers) stop()
  }
}

/** Runs `work` again and again with a pause between; what it throws is written down and ends nothing. */
function every(pauseMs: number, work: () => Promise<unknown>): () => void {
  let timer: NodeJS.Timeout
  let stopped = false
  const wait = () => {
    timer = setTimeout(async () => {
      await work().catch((error: unknown) => log().error({ error }, 'a job failed'))
      if (!stopped) wait()
    }, pauseMs).unref()
  }
  wait()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
