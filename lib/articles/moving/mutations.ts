import { z } from 'zod'
import { orderAlternates } from '@/lib/articles/alternate-mutations'
import { changeTags, shownSelect } from '@/lib/articles/change-tags'
import { isFreePath, moveAddress } from '@/lib/articles/editing/address-mutations'
import { foldPath, PATH_PATTERNS, type PathPattern } from '@/lib/articles/paths'
import { recordDone } from '@/lib/audit/mutations'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database, Tx } from '@/lib/db'
import { changed, transact } from '@/lib/invalidation'
import { jobKind } from '@/lib/jobs/kind'
import { enqueue } from '@/lib/jobs/mutations'
import { changedPlaces } from '@/lib/sitemaps/changes'
import { noteChangedPlaces } from '@/lib/sitemaps/mutations'
import { countMisplaced, getMoving, MOVING, type Moving, movable } from './queries'
import { wantedPath } from './wanted'

const JOB = 'articles.moveAddresses'
/** One transaction of some 50 ms. */
const AT_ONCE = 20

/** Begins to move every published article to where the pattern puts it; each old address leads to the new one. */
export async function startMoving(
  db: Database,
  { pattern }: { pattern: PathPattern },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'forbidden' | 'moving' }> {
  if (!may(actor, 'settings.edit')) return { ok: false, reason: 'forbidden' }
  const all = await countMisplaced(db, pattern)
  return transact(db, async (tx) => {
    // One that was given up is over, however far it came.
    const moving = await tx.job.findFirst({ where: { uniqueKey: JOB, finishedAt: null, failedAt: null } })
    if (moving) return { ok: false, reason: 'moving' }
    await noteMoving(tx, { pattern, all, moved: 0, stayed: 0, afterId: 0, finished: false })
    await enqueue(tx, { kind: JOB, payload: { pattern }, runAt: now, key: JOB }, now)
    await recordDone(tx, actor, { act: 'settings.edit', object: 'setting:site', details: { move: all, pattern } }, now)
    return { ok: true }
  })
}

/** No page shows it: nothing hears of it. */
async function noteMoving(tx: Tx, moving: Moving): Promise<void> {
  await tx.setting.upsert({ where: { key: MOVING }, create: { key: MOVING, value: moving }, update: { value: moving } })
}

/** A few at a time, so that everything else is done in between. Goes on where it was interrupted. */
export const moveAddresses = jobKind({
  payload: z.object({ pattern: z.enum(PATH_PATTERNS) }),
  async work(db, { pattern }) {
    while (await transact(db, (tx) => moveNext(tx, pattern, new Date())));
  },
})

/** False where there is nothing left to do. */
async function moveNext(tx: Tx, pattern: PathPattern, now: Date): Promise<boolean> {
  const moving = await getMoving(tx)
  if (!moving || moving.finished || moving.pattern !== pattern) return false
  const rows = await tx.article.findMany({
    where: { ...movable, id: { gt: moving.afterId } },
    orderBy: { id: 'asc' },
    take: AT_ONCE,
    select: { ...shownSelect, id: true, slug: true, translationOfId: true },
  })
  const last = rows.at(-1)
  if (!last) {
    await noteMoving(tx, { ...moving, finished: true })
    return false
  }
  let [moved, stayed] = [moving.moved, moving.stayed]
  for (const row of rows) {
    const path = wantedPath(pattern, row)
    if (path === row.path) continue
    if (await isFreePath(tx, path, row.id)) {
      await moveOne(tx, row, path, now)
      moved++
    } else stayed++
  }
  await noteMoving(tx, { ...moving, moved, stayed, afterId: last.id })
  return true
}

type Row = Parameters<typeof changeTags>[2] & { id: number; translationOfId: number | null }

async function moveOne(tx: Tx, before: Row, path: string, now: Date): Promise<void> {
  const { id } = before
  await moveAddress(tx, before.path, path, now)
  // Whoever edits it goes on: where it lives is not what they write.
  await tx.article.update({ where: { id }, data: { path, pathFolded: foldPath(path) }, select: { id: true } })
  await orderAlternates(tx, id, [before.translationOfId], now)
  const after = { ...before, path }
  changed(tx, ...changeTags(id, before, after))
  await noteChangedPlaces(
    tx,
    changedPlaces(before, after).map((place) => ({ place, at: now })),
  )
}
