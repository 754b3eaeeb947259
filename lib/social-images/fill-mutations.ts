import { z } from 'zod'
import type { Database, Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { enqueue, enqueueAll } from '@/lib/jobs/mutations'
import { keyedHash } from '@/lib/secret'
import { storageOf } from '@/lib/storage/open'
import {
  DRAWING,
  drawAll,
  isDrawn,
  nameSocialImage,
  orderOf,
  type Row,
  readSiteName,
  socialSelect,
  type Wanted,
  wantedOf,
} from './mutations'

// Articles that came without being written here (an archive, the demo) get their social images by and by, the newest first:
// one job at a time does a few and asks for the next, so that hundreds of thousands neither fill the list of jobs nor keep
// anything else waiting, and a process that ends goes on where it was.

const KIND = 'socialImages.fill'
/** So many articles are looked at in one go, and of so many is an image drawn: some seconds. */
const LOOKED_AT = 200
export const DRAWN_AT_ONCE = 10
/** The newest are passed on the most, and are done without a pause. */
const NEWEST = 100
/** After a go in which something was drawn: of two processors one is idle half of the time. */
const PAUSE_MS = 5_000

/** From the article before `before` down to the one after `downTo`, for these names of the site and its categories. */
export const fillSchema = z.object({
  names: z.string(),
  before: z.number().int(),
  downTo: z.number().int(),
  upTo: z.number().int(),
})
type Filling = z.infer<typeof fillSchema>

/** Under which it is remembered for which names, and up to which article, all social images were looked through. */
const LOOKED_KEY = 'social images'
const lookedSchema = z.object({ names: z.string(), upTo: z.number().int() })
const NOTHING = { names: '', upTo: 0 }

/**
 * Has all social images looked through when the site or a category is called something else, and those of articles that came
 * since.
 */
export async function lookThroughSocialImages(db: Database, now: Date): Promise<void> {
  const names = await readNames(db)
  const setting = await db.setting.findUnique({ where: { key: LOOKED_KEY }, select: { value: true } })
  const looked = lookedSchema.safeParse(setting?.value).data ?? NOTHING
  const newest = await db.article.findFirst({ orderBy: { id: 'desc' }, select: { id: true } })
  const upTo = newest?.id ?? 0
  const downTo = looked.names === names ? looked.upTo : 0
  if (upTo <= downTo) return
  await db.$transaction(async (tx) => {
    // Also one that was given up: whoever looks after the site begins it anew.
    const begun = await tx.job.findFirst({ where: { kind: KIND, finishedAt: null }, select: { id: true } })
    if (!begun) await orderGo(tx, { names, before: upTo + 1, downTo, upTo }, now, now)
  })
}

const orderGo = (tx: Tx, payload: Filling, runAt: Date, now: Date): Promise<void> =>
  enqueue(tx, { kind: KIND, payload, runAt }, now)

async function readNames(db: Database): Promise<string> {
  const categories = await db.category.findMany({ orderBy: { id: 'asc' }, select: { id: true, name: true } })
  return keyedHash('names on social images', JSON.stringify([DRAWING, await readSiteName(db), categories]))
}

/** Draws those of one go that are not there yet. */
export async function fillSocialImages(db: Database, filling: Filling, dataDir = env().dataDir): Promise<void> {
  const { stale } = await readGo(db, filling)
  const storage = await storageOf(db, dataDir)
  const missing: Wanted[] = []
  for (const { wanted } of stale) if (wanted && !(await isDrawn(storage, wanted))) missing.push(wanted)
  if (!missing.length) return
  try {
    await drawAll(db, missing, dataDir, true)
  } catch (error) {
    // One that cannot be drawn is asked for alone, and fails alone; where none can be, something else is wrong.
    const drawn = await Promise.all(missing.map((wanted) => isDrawn(storage, wanted)))
    if (missing.length > 1 && !drawn.includes(true)) throw error
  }
}

/** From now on the pages name them; asks for the next go. */
export async function finishFilling(tx: Tx, filling: Filling, now: Date, dataDir = env().dataDir): Promise<void> {
  const { stale, before } = await readGo(tx, filling)
  const storage = await storageOf(tx, dataDir)
  // All at once: where they lie elsewhere nobody waits ten times for that.
  const drawn = await Promise.all(stale.map(({ wanted }) => wanted && isDrawn(storage, wanted)))
  const undrawn: number[] = []
  for (const [i, { row, wanted }] of stale.entries()) {
    if (drawn[i] === false) undrawn.push(row.id)
    else await nameSocialImage(tx, row, wanted?.path ?? null, now)
  }
  await enqueueAll(
    tx,
    undrawn.map((id) => orderOf(id, now)),
    now,
  )
  if (before !== null) {
    const pauses = stale.length > 0 && filling.upTo - before >= NEWEST
    const runAt = new Date(now.getTime() + (pauses ? PAUSE_MS : 0))
    return orderGo(tx, { ...filling, before }, runAt, now)
  }
  const { names, upTo } = filling
  const value = { names, upTo }
  await tx.setting.upsert({ where: { key: LOOKED_KEY }, create: { key: LOOKED_KEY, value }, update: { value } })
}

/** The next few whose image says what is not so, or is not there; and where the go after it begins, null at the end. */
async function readGo(db: Database | Tx, { before, downTo }: Filling) {
  const site = await readSiteName(db)
  const rows = await db.article.findMany({
    where: { id: { lt: before, gt: downTo } },
    orderBy: { id: 'desc' },
    take: LOOKED_AT,
    select: socialSelect,
  })
  const stale: { row: Row; wanted: Wanted | null }[] = []
  for (const row of rows) {
    const wanted = wantedOf(row, site)
    if (row.socialImage !== (wanted?.path ?? null)) stale.push({ row, wanted })
    if (stale.length === DRAWN_AT_ONCE) return { stale, before: row.id }
  }
  return { stale, before: rows.length < LOOKED_AT ? null : (rows.at(-1)?.id ?? null) }
}
