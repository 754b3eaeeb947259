import type { Database, Tx } from '@/lib/db'

type Ending = () => Promise<void>

// On globalThis: Next bundles its own copy of this module, and the process's one client was made by another copy.
const shared = globalThis as { [key: symbol]: unknown }
const key = Symbol.for('broadsheet.endings')
shared[key] ??= new WeakMap<Tx, Ending[]>()
const known = shared[key] as WeakMap<Tx, Ending[]>

/**
 * The client, whose transactions do at their very end what was asked for with `beforeCommit`: what all of them write to must
 * be held for a moment only, and last, so that no two of them wait for each other.
 */
export function withEndings(db: Database): Database {
  const begin = db.$transaction.bind(db) as (work: unknown, options?: unknown) => Promise<unknown>
  const $transaction = (work: unknown, options?: unknown) => {
    if (typeof work !== 'function') return begin(work, options)
    return begin(async (tx: Tx) => {
      const endings: Ending[] = []
      known.set(tx, endings)
      const value = await work(tx)
      for (const end of endings) await end()
      return value
    }, options)
  }
  return Object.assign(db, { $transaction })
}

/** True for what is a transaction of such a client, and not the client itself. */
export const isTransaction = (db: Database | Tx): db is Tx => known.has(db)

/** Asks for what is to be done when all else in the transaction is done. */
export function beforeCommit(tx: Tx, ending: Ending): void {
  const endings = known.get(tx)
  if (!endings) throw new Error('beforeCommit() outside a transaction')
  endings.push(ending)
}
