import type { Database, Tx } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { log } from '@/lib/log'
import { MOST_ATTEMPTS, pauseAfter } from './backoff'
import type { AnyJobKind } from './kind'
import { type Lane, type LeasedJob, leaseDue, renewLease } from './lease'

/**
 * Does what is due in a lane; answers how many jobs it took. `clock` is asked again and again: work takes time, and clocks
 * are set.
 */
export async function runDueJobs(db: Database, lane: Lane, clock: () => Date = () => new Date()): Promise<number> {
  const jobs = await leaseDue(db, lane, clock())
  for (const job of jobs) await runJob(db, lane, job, clock)
  return jobs.length
}

async function runJob(db: Database, { kinds, leaseMs }: Lane, job: LeasedJob, clock: () => Date): Promise<void> {
  const kind = kinds[job.kind] ?? {}
  // Whatever ends its process each time must not do so for ever.
  if (job.attempts > MOST_ATTEMPTS) return fail(db, job, new Error('its process ended each time it was begun'), clock())
  const renewing = kind.work && setInterval(() => renew(db, job, leaseMs, clock()), leaseMs / 3).unref()
  try {
    await kind.work?.(db, job.payload)
    const now = clock()
    await transact(db, async (tx) => {
      // Whoever changes an article takes it first and then its jobs: so does this, or the two would wait for each other.
      await kind.finish?.(tx, job.payload, now)
      await noteDone(tx, job, kind, now)
    })
  } catch (error) {
    if (!(error instanceof LeaseLost)) await fail(db, job, error, clock())
  } finally {
    clearInterval(renewing)
  }
}

function renew(db: Database, job: LeasedJob, leaseMs: number, now: Date): void {
  // Where it cannot be renewed the transaction at the end finds the lease gone.
  renewLease(db, job, leaseMs, now).catch((error: unknown) => log().warn({ error }, 'a lease could not be renewed'))
}

/** Somebody else has the job, or it was asked for anew meanwhile: what was done of it is undone, and nothing is wrong. */
class LeaseLost extends Error {}

async function noteDone(tx: Tx, { id, lease }: LeasedJob, { everyMs }: AnyJobKind, now: Date): Promise<void> {
  const free = { leasedUntil: null, leasedBy: null, lastError: null }
  const { count } = await tx.job.updateMany({
    where: { id, leasedBy: lease, finishedAt: null },
    data:
      everyMs === undefined
        ? { ...free, finishedAt: now }
        : { ...free, attempts: 0, runAt: new Date(now.getTime() + everyMs) },
  })
  if (count !== 1) throw new LeaseLost()
}

const LONGEST_ERROR = 2_000

/** Notes why, and when to try again. Nothing where somebody else has the job by now. */
async function fail(db: Database, { id, kind, lease, attempts }: LeasedJob, error: unknown, now: Date): Promise<void> {
  const pause = pauseAfter(attempts)
  const said = error instanceof Error ? error.message : String(error)
  const { count } = await db.job.updateMany({
    where: { id, leasedBy: lease },
    data: {
      leasedUntil: null,
      leasedBy: null,
      lastError: said.toWellFormed().slice(0, LONGEST_ERROR),
      ...(pause === null ? { failedAt: now } : { runAt: new Date(now.getTime() + pause) }),
    },
  })
  if (count) log().error({ error, job: id, kind, attempts, givenUp: pause === null }, 'a job failed')
}
