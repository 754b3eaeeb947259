import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Prisma } from '@/generated/sqlite/client'
import type { Database } from '@/lib/db'
import type { AnyJobKind } from './kind'

/** Jobs that are done one after the other: a slow one keeps only those of its own lane waiting. */
export type Lane = {
  kinds: Record<string, AnyJobKind>
  /** So few that a lease outlives them, and that other processes find something too. */
  atOnce: number
  /** How long a process that died is waited for. Renewed while work goes on outside a transaction. */
  leaseMs: number
}

const leasedSelect = { id: true, kind: true, payload: true, attempts: true } satisfies Prisma.JobSelect
export type LeasedJob = Prisma.JobGetPayload<{ select: typeof leasedSelect }> & { lease: string }

/**
 * Takes jobs of a lane that are due, the longest due first. The one UPDATE decides: of two processes that saw the same
 * job the second no longer finds it free. The database's rows are held against the clock anew each time, so that a clock
 * that was set makes nothing early; and a lease that ends later than any can was given before it was set back.
 */
export async function leaseDue(db: Database, { kinds, atOnce, leaseMs }: Lane, now: Date): Promise<LeasedJob[]> {
  const until = new Date(now.getTime() + leaseMs)
  const free = {
    kind: { in: Object.keys(kinds) },
    finishedAt: null,
    failedAt: null,
    runAt: { lte: now },
    OR: [{ leasedUntil: null }, { leasedUntil: { lt: now } }, { leasedUntil: { gt: until } }],
  } satisfies Prisma.JobWhereInput
  const seen = await db.job.findMany({
    where: free,
    orderBy: [{ runAt: 'asc' }, { id: 'asc' }],
    take: atOnce,
    select: { id: true },
  })
  if (!seen.length) return []
  const lease = `${hostname()} ${process.pid} ${randomUUID()}`
  await db.job.updateMany({
    where: { ...free, id: { in: seen.map(({ id }) => id) } },
    data: { leasedBy: lease, leasedUntil: until, attempts: { increment: 1 } },
  })
  const jobs = await db.job.findMany({
    where: { leasedBy: lease },
    orderBy: [{ runAt: 'asc' }, { id: 'asc' }],
    select: leasedSelect,
  })
  return jobs.map((job) => ({ ...job, lease }))
}

/** Holds on to a job whose work takes long. */
export async function renewLease(db: Database, { id, lease }: LeasedJob, leaseMs: number, now: Date): Promise<void> {
  const leasedUntil = new Date(now.getTime() + leaseMs)
  await db.job.updateMany({ where: { id, leasedBy: lease }, data: { leasedUntil } })
}
