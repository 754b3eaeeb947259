import type { Database, Tx } from '@/lib/db'
import { keyedHash } from '@/lib/secret'
import { type Limit, takeOne } from './limits'

/** What is counted, and how often it may be. */
export type Budget = { of: string; limit: Limit }
export type Spent = { ok: true } | { ok: false; until: Date }

/** Others that count at the same moment are few. */
const ATTEMPTS = 50

class Refused extends Error {
  constructor(readonly until: Date) {
    super('the budget is spent')
  }
}
class Overtaken extends Error {}

/** Neither addresses nor what strangers typed as their e-mail address stand in the database. */
const keyOf = (of: string) => keyedHash('sign-in budget', of)

/**
 * Counts one try in every one of the budgets, or in none of them where one is spent: before the try is made, so that a
 * thousand at once are no more than a thousand one after another. Right across processes.
 */
export async function spend(db: Database, budgets: Budget[], now: Date): Promise<Spent> {
  // In one order everywhere: two that count the same keys would wait for each other otherwise.
  const inOrder = budgets.map(({ of, limit }) => ({ key: keyOf(of), limit })).sort((a, b) => (a.key < b.key ? -1 : 1))
  for (let attempt = 1; ; attempt++) {
    try {
      await db.$transaction(async (tx) => {
        for (const { key, limit } of inOrder) await spendOne(tx, key, limit, now)
      })
      return { ok: true }
    } catch (error) {
      if (error instanceof Refused) return { ok: false, until: error.until }
      if (!(error instanceof Overtaken) || attempt === ATTEMPTS) throw error
    }
  }
}

async function spendOne(tx: Tx, key: string, limit: Limit, now: Date): Promise<void> {
  const row = await tx.signInBudget.upsert({
    where: { key },
    create: { key, times: [], expiresAt: now },
    update: {},
  })
  const taken = takeOne(row.times as number[], limit, now)
  if (!taken.ok) throw new Refused(taken.until)
  const { count } = await tx.signInBudget.updateMany({
    where: { key, version: row.version },
    data: { times: taken.times, version: row.version + 1, expiresAt: new Date(now.getTime() + limit.windowMs) },
  })
  if (count !== 1) throw new Overtaken()
}

/** Gives back what a try cost that turned out to be right: whoever knows their password is not guessing. */
export async function giveBack(db: Database, budgets: Budget[], now: Date): Promise<void> {
  for (const { of } of budgets) {
    const key = keyOf(of)
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const row = await db.signInBudget.findUnique({ where: { key } })
      if (!row) break
      const times = [...(row.times as number[])]
      const at = times.lastIndexOf(now.getTime())
      if (at >= 0) times.splice(at, 1)
      const data = { times, version: row.version + 1 }
      const { count } = await db.signInBudget.updateMany({ where: { key, version: row.version }, data })
      if (count === 1) break
    }
  }
}

export async function forgetSpentBudgets(db: Database, now: Date): Promise<void> {
  await db.signInBudget.deleteMany({ where: { expiresAt: { lt: now } } })
}
