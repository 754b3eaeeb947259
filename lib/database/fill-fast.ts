import type { Database } from '@/lib/db'
import { dialectOf } from './dialect'

/** Of the file's pages so much is held in memory, in KB: all that is written again and again, of a large site. */
const CACHE_KB = 256 * 1024
/** Pages written beside the file before they are put in their places: 200 MB. */
const CHECKPOINT_PAGES = 50_000
/** The same beside a running site: 16 MB. */
const IMPORT_CHECKPOINT_PAGES = 4_000

/**
 * For a database that is filled from nothing and made anew should that be interrupted: this connection waits for no disk. A
 * power cut meanwhile may leave a broken file, so it is for no database that anybody reads.
 */
export async function fillFast(db: Database): Promise<void> {
  if (dialectOf(db) !== 'sqlite') return
  await db.$queryRawUnsafe('PRAGMA synchronous = OFF')
  await db.$queryRawUnsafe(`PRAGMA cache_size = -${CACHE_KB}`)
  await db.$queryRawUnsafe(`PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES}`)
}

/**
 * For work that is run again should it be interrupted: no commit of this connection waits for the disk. Ending the process
 * loses nothing; a power cut may take back its last commits, but leaves the file sound, and keeps what others were told is
 * written (sqlite.org/pragma.html#pragma_synchronous, of WAL).
 */
export async function commitLightly(db: Database): Promise<void> {
  if (dialectOf(db) !== 'sqlite') return
  await db.$queryRawUnsafe('PRAGMA synchronous = NORMAL')
  await db.$queryRawUnsafe(`PRAGMA wal_autocheckpoint = ${IMPORT_CHECKPOINT_PAGES}`)
}
