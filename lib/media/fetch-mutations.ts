import type { Database } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { MediaFiles } from '@/lib/wordpress/media-files'
import { parseMissing } from './image'
import { mediaTag, noteMissingImages } from './mutations'

/** The bytes of a file are here. */
export async function noteArrived(db: Database, id: number, storedAt: Date, bytes: number): Promise<void> {
  await transact(db, async (tx) => {
    await tx.media.update({ where: { id }, data: { storedAt, bytes }, select: { id: true } })
    changed(tx, mediaTag(id))
  })
}

const AT_ONCE = 500

/** Imported articles show from now on what has come since; answers how many do. */
export async function showArrived(db: Database, dataDir: string): Promise<number> {
  const files = new MediaFiles(dataDir)
  let shown = 0
  for (let after = 0; ; ) {
    // Which of them lack something is told here: a JSON null is a different thing on each database.
    const rows = await db.article.findMany({
      where: { id: { gt: after }, sourceSite: { not: null } },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
      select: { id: true, missingImages: true },
    })
    for (const { id, missingImages } of rows) {
      const missing = [...parseMissing(missingImages)]
      const left = missing.filter((src) => files.storedAt(src) === null)
      if (left.length === missing.length) continue
      await transact(db, (tx) => noteMissingImages(tx, id, left))
      shown++
    }
    const last = rows.at(-1)
    if (!last) return shown
    after = last.id
  }
}
