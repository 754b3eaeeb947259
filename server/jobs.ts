import type { Database } from '@/lib/db'
import { HEARING, MAIL, PICTURES, PROMPT, SLOW, SOCIAL, TELLING } from '@/lib/jobs/kinds'
import type { Lane } from '@/lib/jobs/lease'
import { enqueueRegular } from '@/lib/jobs/mutations'
import { runDueJobs } from '@/lib/jobs/run'
import { log } from '@/lib/log'
import { rebuildSearch } from '@/lib/search/rebuild-mutations'
import type { Pages } from './pages'

const IMPROVE_EVERY_MS = 250
const TELL_EVERY_MS = 5_000
/** One look-up in an index, and by it the most that a scheduled article is late on an idle machine. */
const LOOK_EVERY_MS = 500

/**
 * What a process does beside answering; `leads` is true in the one of several that also does what is needed once a site.
 * Answers how to stop it.
 */
export function startJobs(db: Database, pages: Pages, leads: boolean): () => void {
  const stops = [
    every(IMPROVE_EVERY_MS, () => pages.improveOne()),
    every(TELL_EVERY_MS, async () => log().debug({ bytes: pages.bytes }, 'pages are kept')),
  ]
  if (leads) {
    for (const lane of [PROMPT, SLOW, PICTURES, MAIL, SOCIAL, TELLING, HEARING]) stops.push(doJobs(db, lane))
    enqueueRegular(db, { ...SLOW.kinds, ...SOCIAL.kinds }, new Date()).catch(noteFailure)
    // Where a start was ended while it made an index; one question where it was not.
    rebuildSearch(db, () => undefined).catch(noteFailure)
  }
  return () => {
    for (const stop of stops) stop()
  }
}

/** Does the jobs of a lane as they come due, and at first what is due already. */
function doJobs(db: Database, lane: Lane): () => void {
  let stopped = false
  const stop = every(LOOK_EVERY_MS, async () => {
    while (!stopped && (await runDueJobs(db, lane)) === lane.atOnce);
  })
  return () => {
    stopped = true
    stop()
  }
}

const noteFailure = (error: unknown) => log().error({ error }, 'a job failed')

/** Runs `work` again and again with a pause between; what it throws is written down and ends nothing. */
export function every(pauseMs: number, work: () => Promise<unknown>): () => void {
  let timer: NodeJS.Timeout
  let stopped = false
  const wait = () => {
    timer = setTimeout(async () => {
      await work().catch(noteFailure)
      if (!stopped) wait()
    }, pauseMs).unref()
  }
  wait()
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
