import type { Prisma } from '@/generated/sqlite/client'
import type { Database, Tx } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { enqueue } from '@/lib/jobs/mutations'
import { parseMissing } from './image'
import { noteMissingImages } from './mutations'
import { noteUsesAnew } from './use-mutations'
import { pathOf } from './uses'

const AT_ONCE = 500

/** Of these sources of images, those that are here. */
type Here = (sources: string[]) => Promise<ReadonlySet<string>> | ReadonlySet<string>

export type Arrived = { id: number; path: string; came: ReadonlySet<string> }

/** Articles that say of images that they are not here, of which some have come. */
export async function* findArrived(db: Database, where: Prisma.ArticleWhereInput, here: Here): AsyncGenerator<Arrived> {
  for (let after = 0; ; ) {
    // Which of them lack something is told here: a JSON null is a different thing on each database.
    const rows = await db.article.findMany({
      where: { ...where, id: { gt: after } },
      orderBy: { id: 'asc' },
      take: AT_ONCE,
      select: { id: true, path: true, missingImages: true },
    })
    const lacking = rows.map(({ id, path, missingImages }) => ({ id, path, missing: parseMissing(missingImages) }))
    const arrived = await here([...new Set(lacking.flatMap(({ missing }) => [...missing]))])
    for (const { id, path, missing } of lacking) {
      const came = new Set([...missing].filter((src) => arrived.has(src)))
      if (came.size) yield { id, path, came }
    }
    const last = rows.at(-1)
    if (!last) return
    after = last.id
  }
}

/** The article shows from now on what has come. */
export async function noteArrivedIn(tx: Tx, { id, came }: Arrived): Promise<void> {
  const row = await tx.article.findUnique({ where: { id }, select: { missingImages: true } })
  if (!row) return
  const left = [...parseMissing(row.missingImages)].filter((src) => !came.has(src))
  await noteMissingImages(tx, id, left)
}

const PAUSE_MS = 60_000

/** Once for all that is uploaded together: what was deleted may have come again, at the address that it had. */
export const orderFillGaps = (tx: Tx, now: Date): Promise<void> =>
  enqueue(
    tx,
    { kind: 'media.fillGaps', payload: {}, runAt: new Date(now.getTime() + PAUSE_MS), key: 'media.fillGaps' },
    now,
  )

/** Articles show again, and use, uploads that were taken out of the library and have come again. */
export async function fillGaps(db: Database): Promise<void> {
  const here = async (sources: string[]) => {
    const paths = new Map(sources.filter((src) => src.startsWith('/media/')).map((src) => [src, pathOf(src)] as const))
    if (!paths.size) return new Set<string>()
    const rows = await db.media.findMany({
      where: { path: { in: [...new Set(paths.values())] }, storedAt: { not: null } },
      select: { path: true },
    })
    const found = new Set(rows.map(({ path }) => path))
    return new Set([...paths].flatMap(([src, path]) => (found.has(path) ? [src] : [])))
  }
  for await (const arrived of findArrived(db, {}, here)) {
    await transact(db, async (tx) => {
      await noteArrivedIn(tx, arrived)
      await noteUsesAnew(tx, { id: arrived.id })
    })
  }
}
