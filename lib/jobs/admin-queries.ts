import type { Database } from '@/lib/db'

export type FailedJob = { id: number; kind: string; attempts: number; lastError: string | null; failedAt: Date }

const SHOWN = 50

/** What was given up, the latest first. */
export async function listFailedJobs(db: Database): Promise<FailedJob[]> {
  const rows = await db.job.findMany({
    where: { finishedAt: null, failedAt: { not: null } },
    orderBy: { failedAt: 'desc' },
    take: SHOWN,
    select: { id: true, kind: true, attempts: true, lastError: true, failedAt: true },
  })
  return rows.flatMap(({ failedAt, ...job }) => (failedAt ? [{ ...job, failedAt }] : []))
}
