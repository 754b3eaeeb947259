import type { Prisma } from '@/generated/sqlite/client'
import { idsNaming } from '@/lib/database/json-naming'
import type { Tx } from '@/lib/db'
import { keyedHash } from '@/lib/secret'
import { digestOf } from './chain'
import { holdHead } from './chain-mutations'
import { ERASED, ERASED_OBJECT, type Person, without } from './erasure'
import { type Actor, recordDone } from './mutations'

const AT_ONCE = 200

/**
 * Takes a person out of the events that name them, and writes down what those say now, which is what they are held against from
 * then on (queries.ts). The last but the writing of events that its transaction does: until its end every other writer waits here.
 * Answers how many events there were.
 */
export async function eraseFromLog(tx: Tx, person: Person, actor: Actor, now: Date): Promise<number> {
  await holdHead(tx)
  const ids = await idsOf(tx, person)
  let events = 0
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const kept = await eraseSome(tx, ids.slice(at, at + AT_ONCE), person)
    const count = Object.keys(kept).length
    events += count
    const erased = { act: ERASED, object: ERASED_OBJECT, details: { events: count, kept } }
    if (count) await recordDone(tx, actor, erased, now)
  }
  return events
}

async function eraseSome(tx: Tx, ids: number[], person: Person): Promise<Record<string, string>> {
  const rows = await tx.auditEvent.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } })
  const kept: Record<string, string> = {}
  for (const row of rows) {
    const left = without(row, person)
    if (!left) continue
    // Without its salt nobody can try out any more what the event said, not with the site's secret either.
    const facts = { ...row, ...left, salt: '' }
    const { actorName, address, salt } = facts
    const details = facts.details as Prisma.InputJsonObject
    const data = { actorName, address, details, salt, erased: { increment: 1 } }
    await tx.auditEvent.update({ where: { id: row.id }, data, select: { id: true } })
    kept[row.id] = digestOf(facts, keyedHash)
  }
  return kept
}

/** Events that may name them: a look through the whole log, which is asked for seldom. */
async function idsOf(tx: Tx, { email, accountId, comments }: Person): Promise<number[]> {
  const objects = [...comments]
  const found = new Set<number>()
  for (let at = 0; at < objects.length; at += AT_ONCE) {
    const where = { object: { in: objects.slice(at, at + AT_ONCE) }, act: 'comments.edit' }
    for (const { id } of await tx.auditEvent.findMany({ where, select: { id: true } })) found.add(id)
  }
  if (accountId !== null) {
    const where = { OR: [{ actorId: accountId }, { object: `user:${accountId}`, actorId: null }] }
    for (const { id } of await tx.auditEvent.findMany({ where, select: { id: true } })) found.add(id)
  }
  for (const id of await idsNaming(tx, 'AuditEvent', 'details', email)) found.add(id)
  return [...found].sort((a, b) => a - b)
}
