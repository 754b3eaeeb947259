import { randomBytes } from 'node:crypto'
import type { Prisma } from '@/generated/sqlite/client'
import type { Database, Tx } from '@/lib/db'
import { keyedHash } from '@/lib/secret'
import { type AuditFacts, BEGUN, BROKEN, chained, type Head, sealOf } from './chain'

export type AuditRow = Omit<AuditFacts, 'salt'> & { details: Prisma.InputJsonObject }

const SALT_BYTES = 16

const HEAD = { id: 1 }
const BATCH = 500
/** A log of a million events is chained in a few minutes, once; a start that is ended in it leaves it to the next one. */
const FIRST_LIMIT_MS = 3_600_000

/** Writes rows at the end of the log. The last that their transaction does: until its end every other writer waits here. */
export async function appendRows(tx: Tx, rows: readonly AuditRow[]): Promise<void> {
  const { head, isSound } = await holdHead(tx)
  const first = rows[0]
  if (!first) return
  const found: AuditRow = {
    ...{ ...first, ...nobody, act: BROKEN, object: '', result: 'REFUSED' },
    details: { after: head.lastId },
  }
  const said = (isSound ? rows : [found, ...rows]).map((row) => ({ ...row, salt: newSalt() }))
  const data = chained(head.chain, said, keyedHash)
  // One statement: the numbers rise as the chain does.
  const written = await tx.auditEvent.createManyAndReturn({ data, select: { id: true } })
  await writeHead(tx, { lastId: Math.max(...written.map(({ id }) => id)), chain: data.at(-1)?.chain ?? '' })
}

const newSalt = (): string => randomBytes(SALT_BYTES).toString('base64url')

const nobody = { actorId: null, actorName: 'audit log', address: '' } as const

/**
 * The end of the log as it was left, held until this transaction ends. Whoever cut the log or wrote another end cannot seal it:
 * then it is not sound, and the log itself is to say so before it goes on.
 */
export async function holdHead(tx: Tx): Promise<{ head: Head; isSound: boolean }> {
  const head = await tx.auditHead.upsert({ where: HEAD, create: HEAD, update: { version: { increment: 1 } } })
  if (head.seal) return { head, isSound: head.seal === sealOf(head, keyedHash) }
  return { head, isSound: (await tx.auditEvent.findFirst({ select: { id: true } })) === null }
}

/** Gives the events from before there was a chain their places in it. */
async function chainEarlier(tx: Tx): Promise<Omit<Head, 'seal'> & { events: number }> {
  const end = { lastId: 0, chain: '', events: 0 }
  for (;;) {
    const rows = await tx.auditEvent.findMany({
      where: { id: { gt: end.lastId } },
      orderBy: { id: 'asc' },
      take: BATCH,
    })
    for (const { id, digest, chain } of chained(end.chain, rows, keyedHash)) {
      await tx.auditEvent.update({ where: { id }, data: { digest, chain }, select: { id: true } })
      Object.assign(end, { lastId: id, chain, events: end.events + 1 })
    }
    if (rows.length < BATCH) return end
  }
}

async function writeHead(tx: Tx, { lastId, chain }: Omit<Head, 'seal'>): Promise<void> {
  await tx.auditHead.update({ where: HEAD, data: { lastId, chain, seal: sealOf({ lastId, chain }, keyedHash) } })
}

/**
 * Takes the events from before there was a chain into it, and writes down that it did: whoever takes the whole chain off, to
 * have a log of their own taken in, leaves a second such event, or one where there was none. At every start, before anybody
 * writes; answers how many there were.
 */
export async function beginChain(db: Database, now: Date): Promise<number> {
  const head = await db.auditHead.findFirst({ select: { seal: true } })
  if (head?.seal || !(await db.auditEvent.findFirst({ select: { id: true } }))) return 0
  return db.$transaction((tx) => takeIn(tx, now), { timeout: FIRST_LIMIT_MS })
}

async function takeIn(tx: Tx, at: Date): Promise<number> {
  const { head } = await holdHead(tx)
  if (head.seal || (await tx.auditEvent.findFirst({ where: { chain: { not: '' } }, select: { id: true } }))) return 0
  const end = await chainEarlier(tx)
  await writeHead(tx, end)
  const { events, lastId } = end
  await appendRows(tx, [{ ...nobody, at, act: BEGUN, object: '', result: 'DONE', details: { events, lastId } }])
  return events
}
