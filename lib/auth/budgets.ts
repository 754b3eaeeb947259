import type { Database, Tx } from '@/lib/db'
import { keyedHash } from '@/lib/secret'
import { type Limit, takeOne } from './limits'

/** What is counted, and how often it may be. */
export type Budget = { of: string; limit: Limit }
export type Spent = { ok: true } | { ok: false; until: Date }

class Refused extends Error {
  constructor(readonly until: Date) {
    super('the budget is spent')
  }
}

/** Neither addresses nor what strangers typed as their e-mail address stand in the database. */
const keyOf = (of: string) => keyedHash('sign-in budget', of)

/** In one order everywhere: two that count the same keys would wait for each other otherwise. */
const inOrder = (budgets: Budget[]) =>
  budgets.map(({ of, limit }) => ({ key: keyOf(of), limit })).sort((a, b) => (a.key < b.key ? -1 : 1))

/**
 * Counts one try in every one of the budgets, or in none of them where one is spent: before the try is made, so that a
 * thousand at once are no more than a thousand one after another. Right across processes.
 */
export async function spend(db: Database, budgets: Budget[], now: Date): Promise<Spent> {
  // Whoever is refused takes no lock: a flood of guesses does not stand in the way of those who write.
  const refused = await firstRefusal(db, budgets, now)
  if (refused) return { ok: false, until: refused }
  try {
    await db.$transaction(async (tx) => {
      for (const { key, limit } of inOrder(budgets)) {
        const taken = takeOne(await readLocked(tx, key, now), limit, now)
        if (!taken.ok) throw new Refused(taken.until)
        const expiresAt = new Date(now.getTime() + limit.windowMs)
        await tx.signInBudget.update({ where: { key }, data: { times: taken.times, expiresAt } })
      }
    })
    return { ok: true }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, until: error.until }
    throw error
  }
}

async function firstRefusal(db: Database, budgets: Budget[], now: Date): Promise<Date | undefined> {
  const keyed = inOrder(budgets)
  const rows = await db.signInBudget.findMany({ where: { key: { in: keyed.map(({ key }) => key) } } })
  const times = new Map(rows.map((row) => [row.key, row.times as number[]]))
  for (const { key, limit } of keyed) {
    const taken = takeOne(times.get(key) ?? [], limit, now)
    if (!taken.ok) return taken.until
  }
  return undefined
}

/** The moments counted so far. Written as it is read, so whoever comes second waits for the end of this transaction. */
async function readLocked(tx: Tx, key: string, now: Date): Promise<number[]> {
  const row = await tx.signInBudget.upsert({
    where: { key },
    create: { key, times: [], expiresAt: now },
    update: { version: { increment: 1 } },
  })
  return row.times as number[]
}

/** Gives back what a try cost that turned out to be right: whoever knows their password is not guessing. */
export async function giveBack(db: Database, budgets: Budget[], now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    for (const { key } of inOrder(budgets)) {
      const times = await readLocked(tx, key, now)
      const at = times.lastIndexOf(now.getTime())
      if (at >= 0) await tx.signInBudget.update({ where: { key }, data: { times: times.toSpliced(at, 1) } })
    }
  })
}

export async function forgetSpentBudgets(db: Database, now: Date): Promise<void> {
  await db.signInBudget.deleteMany({ where: { expiresAt: { lt: now } } })
}
