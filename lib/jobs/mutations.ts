import type { Prisma } from '@/generated/sqlite/client'
import { upsertRows } from '@/lib/database/insert-rows'
import type { Database, Tx } from '@/lib/db'
import type { AnyJobKind } from './kind'

export type JobOrder = {
  kind: string
  payload: Prisma.InputJsonObject
  runAt: Date
  /** Of a job that must not be there twice: asking for it again replaces it, even while it runs. */
  key?: string
}

/** Asks for work in the transaction that makes it necessary: either both are there or neither. */
export async function enqueue(tx: Tx, { kind, payload, runAt, key }: JobOrder, now: Date): Promise<void> {
  const fresh = { kind, payload, runAt }
  if (key === undefined) {
    await tx.job.create({ data: { ...fresh, createdAt: now }, select: { id: true } })
    return
  }
  await tx.job.upsert({
    where: { uniqueKey: key },
    create: { ...fresh, uniqueKey: key, createdAt: now },
    update: { ...fresh, ...NOT_BEGUN },
    select: { id: true },
  })
}

/** Asks for many at once in one statement, as `enqueue` does for one. Of two under one key the last is meant. */
export async function enqueueAll(tx: Tx, orders: readonly (JobOrder & { key: string })[], now: Date): Promise<void> {
  const byKey = new Map(
    orders.map(({ key, ...order }) => [key, { ...order, ...NOT_BEGUN, uniqueKey: key, createdAt: now }]),
  )
  await upsertRows(tx, 'Job', 'uniqueKey', [...byKey.values()])
}

/** Whoever has such a job in hand finds its lease gone, and undoes what it did. */
const NOT_BEGUN = { attempts: 0, leasedUntil: null, leasedBy: null, lastError: null, failedAt: null, finishedAt: null }

/** Takes back what was asked for; what is finished stays as it is. True when there was something to take back. */
export async function cancelJob(tx: Tx, key: string): Promise<boolean> {
  const { count } = await tx.job.deleteMany({ where: { uniqueKey: key, finishedAt: null } })
  return count > 0
}

/** Begins anew with a job that was given up. False where it was not, or is gone. */
export async function retryJob(tx: Tx, id: number, now: Date): Promise<boolean> {
  const { count } = await tx.job.updateMany({
    where: { id, failedAt: { not: null } },
    data: { ...NOT_BEGUN, runAt: now },
  })
  return count === 1
}

/** Forgets a job that was given up. False where it was not, or is gone. */
export async function dismissJob(tx: Tx, id: number): Promise<boolean> {
  const { count } = await tx.job.deleteMany({ where: { id, failedAt: { not: null } } })
  return count === 1
}

const KEPT_MS = 7 * 86_400_000

/** What strangers ask for; that their pages do not answer is no failure of the newsroom's. */
const OF_STRANGERS = ['mention.hear']

/** Finished ones are kept for a week; what failed stays until somebody has looked at it, unless a stranger asked for it. */
export async function forgetOldJobs(db: Database | Tx, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_MS)
  const { count } = await db.job.deleteMany({
    where: { OR: [{ finishedAt: { lt: before } }, { kind: { in: OF_STRANGERS }, failedAt: { lt: before } }] },
  })
  return count
}

/** Asks for what is done again and again, where nobody has yet. */
export async function enqueueRegular(db: Database, kinds: Record<string, AnyJobKind>, now: Date): Promise<void> {
  for (const [kind, { everyMs }] of Object.entries(kinds)) {
    if (everyMs === undefined) continue
    const create = { kind, payload: {}, runAt: now, createdAt: now, uniqueKey: `every ${kind}` }
    await db.job.upsert({ where: { uniqueKey: create.uniqueKey }, create, update: {}, select: { id: true } })
  }
}
