import type { Viewer } from '@/lib/auth/permissions'
import { isUniqueViolation } from '@/lib/database/violations'
import type { Database } from '@/lib/db'
import { mayWith } from './ownership'
import { type Refused, refuse } from './result'
import { readOwned } from './stored-queries'

/** The editor asks every 30 s while it is open; a window that was closed without a word is not waited for longer. */
const HELD_MS = 90_000

export type Holder = { holderName: string; typedAt: Date }
export type LockResult = { ok: true } | Refused | ({ ok: false; reason: 'locked' } & Holder)

/**
 * Says that somebody has the article open, and whether they typed since they last said so. A lock warns; that nothing is
 * lost is for the versions to see to.
 */
export async function holdLock(
  db: Database,
  { id, typed }: { id: number; typed: boolean },
  actor: Viewer,
  now: Date,
): Promise<LockResult> {
  const refusal = await refusalOf(db, id, actor)
  if (refusal) return refusal
  const mineOrOver = { articleId: id, OR: [{ holderId: actor.id }, { expiresAt: { lte: now } }] }
  const { count } = await db.editLock.updateMany({
    where: mineOrOver,
    data: { ...held(actor, now), ...(typed && { typedAt: now }) },
  })
  if (count === 1) return { ok: true }
  try {
    await db.editLock.create({
      data: { articleId: id, ...held(actor, now), typedAt: now },
      select: { articleId: true },
    })
    return { ok: true }
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
  }
  const holder = await db.editLock.findUnique({ where: { articleId: id }, select: { holderName: true, typedAt: true } })
  // Let go in this very moment: the next time it is asked for it is free.
  return holder ? { ok: false, reason: 'locked', ...holder } : { ok: true }
}

/** Whoever had it hears so when their editor asks next. */
export async function takeOver(db: Database, { id }: { id: number }, actor: Viewer, now: Date): Promise<LockResult> {
  const refusal = await refusalOf(db, id, actor)
  if (refusal) return refusal
  const mine = { ...held(actor, now), typedAt: now }
  await db.editLock.upsert({
    where: { articleId: id },
    create: { articleId: id, ...mine },
    update: mine,
    select: { articleId: true },
  })
  return { ok: true }
}

export async function releaseLock(db: Database, { id }: { id: number }, actor: Viewer): Promise<void> {
  await db.editLock.deleteMany({ where: { articleId: id, holderId: actor.id } })
}

const held = (actor: Viewer, now: Date) => ({
  holderId: actor.id,
  holderName: actor.name,
  expiresAt: new Date(now.getTime() + HELD_MS),
})

async function refusalOf(db: Database, id: number, actor: Viewer): Promise<Refused | null> {
  const owned = await readOwned(db, id)
  if (!owned) return refuse('missing')
  return mayWith(actor, 'articles.edit', owned) ? null : refuse('forbidden')
}
