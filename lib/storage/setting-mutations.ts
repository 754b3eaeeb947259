import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { transact } from '@/lib/invalidation'
import { writeSetting } from '@/lib/site/mutations'
import { readStorageSettings, s3Storage } from './open'
import { STORAGE_KEY, type StoragePlace, type StorageSettings, switchedTo } from './settings'
import { StorageAway } from './storage'

export type ChooseResult =
  | { ok: true; changed: boolean }
  | { ok: false; reason: 'forbidden' | 's3Missing' | 'storageAway' }

/**
 * From now on new files go there; what lies elsewhere is found where it is. S3 is only chosen where it does at this moment what
 * it has to.
 */
export async function chooseStorage(db: Database, at: StoragePlace, actor: Viewer, now: Date): Promise<ChooseResult> {
  if (!may(actor, 'settings.edit')) return { ok: false, reason: 'forbidden' }
  const refusal = at === 's3' ? await whyNotS3() : null
  if (refusal) return { ok: false, reason: refusal }
  return transact(db, async (tx) => {
    const before = await readStorageSettings(tx)
    const after = switchedTo(at, before)
    if (!(await write(tx, before, after))) return { ok: true, changed: false }
    const details = { at: `${before.at} → ${after.at}` }
    await recordDone(tx, actor, { act: 'settings.edit', object: `setting:${STORAGE_KEY}`, details }, now)
    return { ok: true, changed: true }
  })
}

async function whyNotS3(): Promise<'s3Missing' | 'storageAway' | null> {
  const { s3 } = env()
  if (!s3) return 's3Missing'
  try {
    await s3Storage(s3).tryOut()
    return null
  } catch (error) {
    if (error instanceof StorageAway) return 'storageAway'
    throw error
  }
}

/** A move begins: new files go where it leads, so that none comes behind it. */
export const beginMove = (db: Database, to: StoragePlace): Promise<StorageSettings> =>
  transact(db, async (tx) => {
    const before = await readStorageSettings(tx)
    const after = switchedTo(to, before)
    await write(tx, before, after)
    return after
  })

/** A move to the disk is through and the disk has everything, unless somebody has chosen otherwise meanwhile. */
export const endMoveToDisk = (db: Database, isS3Empty: boolean): Promise<void> =>
  transact(db, async (tx) => {
    const before = await readStorageSettings(tx)
    if (before.at !== 'disk') return
    await write(tx, before, { at: 'disk', s3: isS3Empty ? 'unused' : 'copies' })
  })

async function write(tx: Tx, before: StorageSettings, after: StorageSettings): Promise<boolean> {
  if (before.at === after.at && before.s3 === after.s3) return false
  await writeSetting(tx, STORAGE_KEY, after)
  return true
}
