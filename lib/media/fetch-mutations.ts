import type { Database } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import type { MediaFiles } from '@/lib/wordpress/media-files'
import { findArrived, noteArrivedIn } from './arrived-mutations'
import { mediaTag } from './mutations'

/** The bytes of a file are here. */
export async function noteArrived(db: Database, id: number, storedAt: Date, bytes: number): Promise<void> {
  await transact(db, async (tx) => {
    await tx.media.update({ where: { id }, data: { storedAt, bytes }, select: { id: true } })
    changed(tx, mediaTag(id))
  })
}

/** Imported articles show from now on what has come since; answers how many do. */
export async function showArrived(db: Database, files: MediaFiles): Promise<number> {
  let shown = 0
  for await (const arrived of findArrived(db, { sourceSite: { not: null } }, (sources) => files.among(sources))) {
    await transact(db, (tx) => noteArrivedIn(tx, arrived))
    shown++
  }
  return shown
}
