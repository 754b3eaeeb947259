import type { Prisma } from '@/generated/sqlite/client'
import { beforeCommit, isTransaction } from '@/lib/database/before-commit'
import type { Database, Tx } from '@/lib/db'
import { type AuditRow, appendRows } from './chain-mutations'

/** Who is behind an act: a person of the newsroom, the command line, or somebody at the door. */
export type Actor = { id: string | null; name: string; address: string }

export const commandLine: Actor = { id: null, name: 'command line', address: '' }

export type Recorded = {
  act: string
  /** "user:…", "article:12"; empty for what has none. */
  object?: string
  details?: Prisma.InputJsonObject
}

/** Writes down what was done, at the end of the transaction that does it. */
export function recordDone(tx: Database | Tx, actor: Actor, recorded: Recorded, now: Date): Promise<void> {
  return write(tx, actor, recorded, 'DONE', now)
}

/** Writes down what was tried and not done. */
export function recordRefused(db: Database | Tx, actor: Actor, recorded: Recorded, now: Date): Promise<void> {
  return write(db, actor, recorded, 'REFUSED', now)
}

const waiting = new WeakMap<Tx, AuditRow[]>()

async function write(
  db: Database | Tx,
  actor: Actor,
  { act, object = '', details = {} }: Recorded,
  result: 'DONE' | 'REFUSED',
  at: Date,
): Promise<void> {
  const { id: actorId, name: actorName, address } = actor
  const row = { at, actorId, actorName, act, object, result, details, address }
  if (!isTransaction(db)) return (db as Database).$transaction((tx) => appendRows(tx, [row]))
  const rows = waiting.get(db)
  if (rows) {
    rows.push(row)
    return
  }
  const first = [row]
  waiting.set(db, first)
  beforeCommit(db, () => appendRows(db, first))
}
