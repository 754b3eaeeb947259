import type { Prisma } from '@/generated/sqlite/client'
import { recordDone } from '@/lib/audit/mutations'
import type { Viewer } from '@/lib/auth/permissions'
import { isUniqueViolation } from '@/lib/database/violations'
import type { Database } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { enqueue } from '@/lib/jobs/mutations'
import { PICTURES_TAG } from '@/lib/site/facts'
import { basePath, keyOf } from './address'
import type { Decoded, StoredPicture } from './upload'

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

/** The picture that was made of a file with this hash. */
export async function findUpload(db: Database, hash: string): Promise<StoredPicture | null> {
  const row = await db.media.findUnique({ where: { hash }, select: storedSelect })
  return row && pictureOf(row)
}

const MIME_TYPES = { jpg: 'image/jpeg', png: 'image/png' }

/** Takes a picture, whose files are where they belong, into the library. Sent twice at once it is there once. */
export async function recordUpload(
  db: Database,
  { hash, originalName, variants, type, ...facts }: Decoded & { hash: string; originalName: string },
  actor: Viewer,
  now: Date,
): Promise<StoredPicture> {
  const { width, height } = facts
  const key = keyOf(hash)
  try {
    return await transact(db, async (tx) => {
      const row = await tx.media.create({
        data: {
          ...facts,
          ...{ hash, originalName, path: basePath({ key, width, height }, type), mimeType: MIME_TYPES[type] },
          ...{ storedAt: now, createdAt: now, awaitsVariants: true, uploaderId: actor.id, uploaderName: actor.name },
          variants: { create: variants.map((variant) => ({ format: 'webp', ...variant })) },
        },
        select: storedSelect,
      })
      await enqueue(
        tx,
        { kind: 'media.avif', payload: { mediaId: row.id }, runAt: now, key: `media.avif ${row.id}` },
        now,
      )
      await recordDone(tx, actor, { act: 'media.upload', object: `media:${row.id}`, details: { originalName } }, now)
      changed(tx, PICTURES_TAG)
      return pictureOf(row)
    })
  } catch (error) {
    const overtaken = isUniqueViolation(error) ? await findUpload(db, hash) : null
    if (!overtaken) throw error
    return overtaken
  }
}

function pictureOf({ path, width, height, ...row }: Row): StoredPicture {
  return { ...row, src: path, width: width ?? 0, height: height ?? 0 }
}
