import type { Prisma } from '@/generated/sqlite/client'
import { recordDone } from '@/lib/audit/mutations'
import type { Viewer } from '@/lib/auth/permissions'
import { isUniqueViolation } from '@/lib/database/violations'
import type { Database, Tx } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { enqueue } from '@/lib/jobs/mutations'
import { PICTURES_TAG } from '@/lib/site/facts'
import { basePath, keyOf, variantPath, variantWidths } from './address'
import { orderFillGaps } from './arrived-mutations'
import { pictureTag } from './sources'
import type { Decoded, StoredPicture } from './upload'
import { libraryWords } from './words'

const storedSelect = {
  id: true,
  path: true,
  width: true,
  height: true,
  alt: true,
  caption: true,
  credit: true,
  animated: true,
} satisfies Prisma.MediaSelect

type Row = Prisma.MediaGetPayload<{ select: typeof storedSelect }>

/** The picture that was made of a file with this hash, and the paths of the files that belong to it by now. */
export async function findUpload(
  db: Database,
  hash: string,
): Promise<{ picture: StoredPicture; files: string[] } | null> {
  const row = await db.media.findUnique({ where: { hash }, select: { ...storedSelect, awaitsVariants: true } })
  if (!row) return null
  const { awaitsVariants, ...columns } = row
  const picture = pictureOf(columns)
  const widths = variantWidths(picture)
  const files = (awaitsVariants ? FIRST : ALL).flatMap((format) =>
    widths.map((width) => variantPath(keyOf(hash), width, format)),
  )
  return { picture, files: [picture.src, ...files] }
}

const FIRST = ['webp'] as const
const ALL = ['webp', 'avif'] as const

export const MIME_TYPES = { jpg: 'image/jpeg', png: 'image/png' }

/** Takes a picture, whose files are where they belong, into the library. Sent twice at once it is there once. */
export async function recordUpload(
  db: Database,
  { hash, originalName, variants, type, said, ...facts }: Decoded & { hash: string; originalName: string },
  actor: Viewer,
  now: Date,
): Promise<StoredPicture> {
  const { width, height } = facts
  const key = keyOf(hash)
  const path = basePath({ key, width, height }, type)
  try {
    return await transact(db, async (tx) => {
      const row = await tx.media.create({
        data: {
          ...facts,
          ...said,
          ...{ hash, originalName, path, mimeType: MIME_TYPES[type] },
          words: libraryWords({ ...said, alt: '', originalName, path }),
          ...{ storedAt: now, createdAt: now, awaitsVariants: true, uploaderId: actor.id, uploaderName: actor.name },
          variants: { create: variants.map((variant) => ({ format: 'webp', ...variant })) },
        },
        select: storedSelect,
      })
      await enqueueAvif(tx, row.id, now)
      await orderFillGaps(tx, now)
      await recordDone(tx, actor, { act: 'media.upload', object: `media:${row.id}`, details: { originalName } }, now)
      changed(tx, PICTURES_TAG)
      return pictureOf(row)
    })
  } catch (error) {
    const overtaken = isUniqueViolation(error) ? await findUpload(db, hash) : null
    if (!overtaken) throw error
    return overtaken.picture
  }
}

/** Files of a picture were lost, and those that an upload makes are back: the slow ones are made again. */
export async function recordFound(db: Database, { id, src }: StoredPicture, actor: Viewer, now: Date): Promise<void> {
  await transact(db, async (tx) => {
    await tx.mediaVariant.deleteMany({ where: { mediaId: id, format: 'avif' } })
    await tx.media.update({ where: { id }, data: { storedAt: now, awaitsVariants: true }, select: { id: true } })
    await enqueueAvif(tx, id, now)
    await recordDone(tx, actor, { act: 'media.upload', object: `media:${id}`, details: { found: true } }, now)
    changed(tx, PICTURES_TAG, pictureTag(src))
  })
}

/** Asks for all that takes long: its crops and its variants in AVIF. */
export const enqueueAvif = (tx: Tx, mediaId: number, now: Date): Promise<void> =>
  enqueue(tx, { kind: 'media.avif', payload: { mediaId }, runAt: now, key: `media.avif ${mediaId}` }, now)

function pictureOf({ path, width, height, ...row }: Row): StoredPicture {
  return { ...row, src: path, width: width ?? 0, height: height ?? 0 }
}
