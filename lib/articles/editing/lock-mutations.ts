import type { Actor } from '@/lib/auth/actor'
import { may } from '@/lib/auth/permissions'
import { isUniqueViolation } from '@/lib/database/violations'
import type { Database } from '@/lib/db'
import { type Refused, refuse } from './result'

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
  actor: Actor,
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
export async function takeOver(db: Database, { id }: { id: number }, actor: Actor, now: Date): Promise<LockResult> {
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

export async function releaseLock(db: Database, { id }: { id: number }, actor: Actor): Promise<void> {
  await db.editLock.deleteMany({ where: { articleId: id, holderId: actor.id } })
}

const held = (actor: Actor, now: Date) => ({
  holderId: actor.id,
  holderName: actor.name,
  expiresAt: new Date(now.getTime() + HELD_MS),
})

async function refusalOf(db: Database, id: number, actor: Actor): Promise<Refused | null> {
  const article = await db.article.findUnique({ where: { id }, select: { ownerId: true } })
  if (!article) return refuse('missing')
  return may(actor, 'article.edit', article) ? null : refuse('forbidden')
}
