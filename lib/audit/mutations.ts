import type { Prisma } from '@/generated/sqlite/client'
import type { Database, Tx } from '@/lib/db'

/** Who is behind an act: a person of the newsroom, the command line, or somebody at the door. */
export type Actor = { id: string | null; name: string; address: string }

export const commandLine: Actor = { id: null, name: 'command line', address: '' }

export type Recorded = {
  act: string
  /** "user:…", "article:12"; empty for what has none. */
  object?: string
  details?: Prisma.InputJsonObject
}

/** Writes down what was done, in the transaction that does it. */
export function recordDone(tx: Tx, actor: Actor, recorded: Recorded, now: Date): Promise<void> {
  return write(tx, actor, recorded, 'DONE', now)
}

/** Writes down what was tried and not done. */
export function recordRefused(db: Database | Tx, actor: Actor, recorded: Recorded, now: Date): Promise<void> {
  return write(db, actor, recorded, 'REFUSED', now)
}

async function write(
  db: Database | Tx,
  actor: Actor,
  { act, object = '', details = {} }: Recorded,
  result: 'DONE' | 'REFUSED',
  at: Date,
): Promise<void> {
  const { id: actorId, name: actorName, address } = actor
  await db.auditEvent.create({ data: { at, actorId, actorName, act, object, result, details, address } })
}
