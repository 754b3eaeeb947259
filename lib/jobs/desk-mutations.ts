import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { dismissJob, retryJob } from './mutations'

export type JobDecision = 'retried' | 'dismissed'
type Decided = { ok: true } | { ok: false; reason: 'forbidden' | 'gone' }

/** Begins anew with a job that was given up, or looks at it no more. */
export async function decideJob(
  db: Database,
  { id, decision }: { id: number; decision: JobDecision },
  viewer: Viewer,
  now: Date,
): Promise<Decided> {
  if (!may(viewer, 'jobs.retry')) return { ok: false, reason: 'forbidden' }
  return db.$transaction(async (tx): Promise<Decided> => {
    const job = await tx.job.findUnique({ where: { id }, select: { kind: true } })
    const done = decision === 'retried' ? await retryJob(tx, id, now) : await dismissJob(tx, id)
    if (!job || !done) return { ok: false, reason: 'gone' }
    const details = { kind: job.kind, decision }
    await recordDone(tx, viewer, { act: 'jobs.retry', object: `job:${id}`, details }, now)
    return { ok: true }
  })
}
