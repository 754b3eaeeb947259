import { z } from 'zod'
import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { env } from '@/lib/env'
import { jobKind } from '@/lib/jobs/kind'
import { enqueue } from '@/lib/jobs/mutations'
import { s3Storage } from './open'
import { StorageAway } from './storage'

const KEY = 'storage.test'

/** Asks for a few bytes to be written to S3, read back and removed, which shows whether it can be reached. */
export async function askForStorageTest(
  db: Database,
  actor: Viewer,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'forbidden' | 's3Missing' }> {
  if (!may(actor, 'settings.edit')) return { ok: false, reason: 'forbidden' }
  if (!env().s3) return { ok: false, reason: 's3Missing' }
  await db.$transaction(async (tx) => {
    await enqueue(tx, { kind: 'storage.test', payload: {}, runAt: now, key: KEY }, now)
    await recordDone(tx, actor, { act: 'settings.edit', object: 'storage', details: { test: true } }, now)
  })
  return { ok: true }
}

export const storageTest = jobKind({
  payload: z.object({}),
  async work() {
    const { s3 } = env()
    if (!s3) throw new StorageAway('S3_ENDPOINT is not set')
    await s3Storage(s3).tryOut()
  },
})

export type StorageTest = { doneAt: Date | null; error: string | null }

/** What came of the last test; null: there was none. */
export async function getStorageTest(db: Database): Promise<StorageTest | null> {
  const job = await db.job.findUnique({ where: { uniqueKey: KEY }, select: { finishedAt: true, lastError: true } })
  return job && { doneAt: job.finishedAt, error: job.lastError }
}
