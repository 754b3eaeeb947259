import { basename, extname, join } from 'node:path'
import type { Database, Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { changed } from '@/lib/invalidation'
import { PICTURES_TAG } from '@/lib/site/facts'
import { socialPath } from '@/lib/social-images/address'
import { isNamed } from '@/lib/social-images/mutations'
import { storageOf } from '@/lib/storage/open'
import { cropPath, cropSizes, pictureAt, variantHeight, variantWidths } from './address'
import { makeAvif, makeCrops } from './decode'
import { forgetOldestSizes } from './sizes-room'
import { pictureTag } from './sources'
import { closeIncoming, forgetIncoming, forgetUnrecorded, keepFile, openIncoming, placeOf } from './store'

type Order = { mediaId: number }

/**
 * Makes what of a picture takes long: its crops and its variants in AVIF. What is there already is not made again, so a
 * process that ends in the middle has lost one of them.
 */
export async function makeVariants(db: Database, { mediaId }: Order, dataDir = env().dataDir): Promise<void> {
  const media = await readMedia(db, mediaId)
  if (!media) return
  const { path, picture, focalX, focalY } = media
  const done = new Set(media.variants.map(({ format, width }) => `${format} ${width}`))
  const folder = await openIncoming(dataDir)
  const type = extname(path) === '.png' ? 'png' : 'jpg'
  const keep = async (format: string, name: string, made: { width: number; height: number; bytes: number }) => {
    // Asked anew: what was chosen may change in the minutes that this takes.
    await keepFile(await storageOf(db, dataDir), folder, name, picture.key)
    const { width } = made
    await db.mediaVariant.upsert({
      where: { mediaId_format_width: { mediaId, format, width } },
      create: { mediaId, format, ...made },
      update: made,
      select: { width: true },
    })
  }
  try {
    const file = await (await storageOf(db, dataDir)).toFile(placeOf(path), folder)
    if (!file) throw new Error(`${path} is not here`)
    const from = [type, file, `${folder}/made`] as const
    const crops = cropSizes(picture).filter(({ ratio, width }) => !done.has(`${ratio} ${width}`))
    const cut = crops.length ? await makeCrops(...from, crops, { x: focalX, y: focalY }) : []
    for (const [i, crop] of crops.entries()) {
      const made = cut[i]
      if (made) await keep(crop.ratio, basename(cropPath(picture.key, crop)), made)
    }
    for (const width of variantWidths(picture).filter((wide) => !done.has(`avif ${wide}`))) {
      const made = await makeAvif(...from, { width, height: variantHeight(picture, width) })
      await keep('avif', `${width}.avif`, made)
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
    select: { path: true, focalX: true, focalY: true, variants: { select: { format: true, width: true } } },
  })
  const picture = row && pictureAt(row.path)
  return picture ? { ...row, picture } : null
}

/** Removes what an upload left that was interrupted, because by then nobody is busy with it, and more sizes than may be kept. */
export async function forgetLeftovers(db: Database, now: Date, dataDir = env().dataDir): Promise<void> {
  await forgetIncoming(dataDir, now)
  await forgetOldestSizes(join(dataDir, 'sizes'))
  await forgetUnrecorded(await storageOf(db, dataDir), now, async (key) => {
    const row = await db.media.findFirst({ where: { hash: { gte: key, lt: `${key}g` } }, select: { id: true } })
    return row !== null || (await isNamed(db, socialPath(key)))
  })
}
