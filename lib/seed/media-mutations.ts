import { createHash } from 'node:crypto'
import type { Prisma } from '@/generated/sqlite/client'
import { insertRows } from '@/lib/database/insert-rows'
import type { Database } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { basePath, cropSizes, keyOf, variantHeight, variantWidths } from '@/lib/media/address'
import type { Image } from '@/lib/media/image'
import { LICENCES } from '@/lib/media/licences'
import { libraryWords } from '@/lib/media/words'
import { PICTURES_TAG } from '@/lib/site/facts'
import { NEWEST, YEARS_MS } from './moments'
import { Random } from './random'
import { inventedName, makeHeadline } from './texts'

const AT_ONCE = 500
/** Who added them. */
const UPLOADERS = 40
const SIZES = [
  [2048, 1365],
  [1600, 1067],
  [1200, 1600],
  [900, 900],
] as const
const DAY_MS = 86_400_000

/**
 * Fills the library of a large site: rows with their variants, most of them uploads and every fourth from an archive. There are no
 * files: what is measured asks for none. Answers the pictures as articles show them.
 */
export async function seedMedia(
  db: Database,
  total: number,
  sentences: string[],
  progress: (done: number) => void,
): Promise<Image[]> {
  const pictures: Image[] = []
  await addUploaders(db)
  for (let from = 0; from < total; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, total - from) }, (_, i) =>
      makeMedia(from + i, total, sentences),
    )
    await transact(db, async (tx) => {
      const written = await tx.media.createManyAndReturn({ data: rows, select: { id: true, path: true } })
      const ids = new Map(written.map(({ id, path }) => [path, id]))
      await insertRows(
        tx,
        'MediaVariant',
        rows.flatMap((row) => variantsOf(row).map((variant) => ({ mediaId: ids.get(row.path) ?? 0, ...variant }))),
      )
      changed(tx, PICTURES_TAG)
    })
    for (const { path: src, alt, caption, credit, width, height } of rows)
      pictures.push({ src, alt, caption, credit, width, height })
    progress(from + rows.length)
  }
  return pictures
}

const uploaderId = (number: number): string => `seed-${number}`
const uploaderName = (number: number): string => `${inventedName(number)} ${inventedName(number + 5_000)}`

async function addUploaders(db: Database): Promise<void> {
  const data = Array.from({ length: UPLOADERS }, (_, i) => ({
    ...{ id: uploaderId(i), name: uploaderName(i), email: `${uploaderId(i)}@ellerhaven.example` },
    role: 'AUTHOR' as const,
  }))
  await db.user.createMany({ data })
}

type Row = Prisma.MediaCreateManyInput & { alt: string; caption: string; credit: string; width: number; height: number }

/** Picture `number` of `total`, the newest first. What is to be found out of it is rare, as on a site that is kept in order. */
function makeMedia(number: number, total: number, sentences: string[]): Row {
  const random = new Random(2_000_000 + number)
  const [width, height] = random.pick(SIZES)
  const createdAt = new Date(NEWEST - (number / total) * YEARS_MS - random.below(3_600_000))
  const originalName = `${inventedName(random.below(60_000)).toLowerCase()}-${number}.jpg`
  const hash = createHash('sha256').update(`seeded picture ${number}`).digest('hex')
  const isArchive = number % 4 === 3
  const month = createdAt.toISOString().slice(0, 7).replace('-', '/')
  const path = isArchive
    ? `/wp-content/uploads/${month}/${originalName}`
    : basePath({ key: keyOf(hash), width, height }, 'jpg')
  const by = random.below(UPLOADERS)
  const decorative = random.below(50) === 0
  const said = {
    title: random.below(4) ? '' : makeHeadline(random, sentences),
    alt: decorative || random.below(20) === 0 ? '' : makeHeadline(random, sentences),
    caption: random.below(2) ? random.pick(sentences) : '',
    credit: random.below(30) === 0 ? '' : uploaderName(random.below(2_000)),
  }
  return {
    ...{ path, mimeType: 'image/jpeg', width, height, ...said, decorative, createdAt, storedAt: createdAt },
    ...{ hash: isArchive ? null : hash, bytes: 40_000 + random.below(400_000), originalName },
    licence: random.below(5) ? random.pick(LICENCES) : '',
    rightsUntil: random.below(25) ? null : dayNumber(NEWEST + (random.below(1_000) - 100) * DAY_MS),
    ...(!isArchive && { uploaderId: uploaderId(by), uploaderName: uploaderName(by) }),
    words: libraryWords({ ...said, originalName, path }),
  }
}

const dayNumber = (at: number): number => Number(new Date(at).toISOString().slice(0, 10).replaceAll('-', ''))

/** What is made of an upload; of a picture of an archive nothing is before somebody asks. */
function variantsOf({ hash, width, height }: Row): { format: string; width: number; height: number; bytes: number }[] {
  if (!hash) return []
  const formats = variantWidths({ width, height }).flatMap((wide) =>
    ['webp', 'avif'].map((format) => ({ format, width: wide, height: variantHeight({ width, height }, wide) })),
  )
  const crops = cropSizes({ width, height }).map(({ ratio, ...size }) => ({ format: ratio, ...size }))
  return [...formats, ...crops].map((one) => ({ ...one, bytes: Math.round(one.width * one.height * 0.1) }))
}
