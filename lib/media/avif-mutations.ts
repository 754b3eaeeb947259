import { extname } from 'node:path'
import type { Database, Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { changed } from '@/lib/invalidation'
import { PICTURES_TAG } from '@/lib/site/facts'
import { pictureAt, variantHeight, variantWidths } from './address'
import { makeAvif } from './decode'
import { pictureTag } from './sources'
import { closeIncoming, forgetIncoming, forgetUnrecorded, keepFile, keptFile, openIncoming } from './store'

type Order = { mediaId: number }

/**
 * Makes the variants of a picture that take long. What is there already is not made again, so a process that ends in the
 * middle has lost one of them.
 */
export async function makeVariants(db: Database, { mediaId }: Order, dataDir = env().dataDir): Promise<void> {
  const media = await readMedia(db, mediaId)
  if (!media) return
  const { path, picture } = media
  const done = new Set(media.variants.map(({ width }) => width))
  const folder = await openIncoming(dataDir)
  try {
    for (const width of variantWidths(picture).filter((wide) => !done.has(wide))) {
      const height = variantHeight(picture, width)
      const type = extname(path) === '.png' ? 'png' : 'jpg'
      const bytes = await makeAvif(type, keptFile(dataDir, path), `${folder}/made`, { width, height })
      await keepFile(dataDir, folder, `${width}.avif`, picture.key)
      const variant = { mediaId, format: 'avif', width, height, bytes }
      await db.mediaVariant.upsert({
        where: { mediaId_format_width: { mediaId, format: 'avif', width } },
        create: variant,
        update: variant,
        select: { width: true },
      })
    }
  } finally {
    await closeIncoming(folder)
  }
}

/** From now on pages offer them: those that show the picture are drawn anew. */
export async function finishVariants(tx: Tx, { mediaId }: Order): Promise<void> {
  const media = await readMedia(tx, mediaId)
  if (!media) return
  await tx.media.update({ where: { id: mediaId }, data: { awaitsVariants: false }, select: { id: true } })
  changed(tx, PICTURES_TAG, pictureTag(media.path))
}

async function readMedia(db: Database | Tx, id: number) {
  const row = await db.media.findUnique({
    where: { id },
    select: { path: true, variants: { where: { format: 'avif' }, select: { width: true } } },
  })
  const picture = row && pictureAt(row.path)
  return picture ? { ...row, picture } : null
}

/** Removes what an upload left that was interrupted: by then nobody is busy with it. */
export async function forgetLeftovers(db: Database, now: Date, dataDir = env().dataDir): Promise<void> {
  await forgetIncoming(dataDir, now)
  await forgetUnrecorded(dataDir, now, async (key) => {
    const row = await db.media.findFirst({ where: { hash: { gte: key, lt: `${key}g` } }, select: { id: true } })
    return row !== null
  })
}
