import type { Prisma } from '@/generated/sqlite/client'
import type { Database, Tx } from '@/lib/db'
import { keyedHash } from '@/lib/secret'
import { type AuditFacts, BROKEN, chained, type Head, sealOf } from './chain'

export type AuditRow = AuditFacts & { details: Prisma.InputJsonObject }

const HEAD = { id: 1 }
const BATCH = 500
/** A log of a million events is chained in a few minutes, once. */
const FIRST_LIMIT_MS = 3_600_000

/** Writes rows at the end of the log. The last that their transaction does: until its end every other writer waits here. */
export async function appendRows(tx: Tx, rows: readonly AuditRow[]): Promise<void> {
  const { head, isSound } = await holdHead(tx)
  const first = rows[0]
  if (!first) return
  const found: AuditRow = { ...first, ...nobody, act: BROKEN, object: '', details: { after: head.lastId } }
  const data = chained(head.chain, isSound ? rows : [found, ...rows], keyedHash)
  // One statement: the numbers rise as the chain does.
  const written = await tx.auditEvent.createManyAndReturn({ data, select: { id: true } })
  await writeHead(tx, { lastId: Math.max(...written.map(({ id }) => id)), chain: data.at(-1)?.chain ?? '' })
}

const nobody = { actorId: null, actorName: 'audit log', result: 'REFUSED', address: '' } as const

/**
 * The end of the log as it was left, held until this transaction ends. Whoever cut the log or wrote another end cannot seal it:
 * then it is not sound, and the log itself is to say so before it goes on.
 */
async function holdHead(tx: Tx): Promise<{ head: Omit<Head, 'seal'>; isSound: boolean }> {
  const head = await tx.auditHead.upsert({ where: HEAD, create: HEAD, update: { version: { increment: 1 } } })
  if (head.seal) return { head, isSound: head.seal === sealOf(head, keyedHash) }
  const isNew = (await tx.auditEvent.findFirst({ where: { chain: { not: '' } }, select: { id: true } })) === null
  return isNew ? { head: await chainEarlier(tx), isSound: true } : { head, isSound: false }
}

/** Gives the events from before there was a chain their places in it. */
async function chainEarlier(tx: Tx): Promise<Omit<Head, 'seal'>> {
  const end = { lastId: 0, chain: '' }
  for (;;) {
    const rows = await tx.auditEvent.findMany({
      where: { id: { gt: end.lastId } },
      orderBy: { id: 'asc' },
      take: BATCH,
    })
    for (const { id, digest, chain } of chained(end.chain, rows, keyedHash)) {
      await tx.auditEvent.update({ where: { id }, data: { digest, chain }, select: { id: true } })
      Object.assign(end, { lastId: id, chain })
    }
    if (rows.length < BATCH) return end
  }
}

async function writeHead(tx: Tx, end: Omit<Head, 'seal'>): Promise<void> {
  await tx.auditHead.update({ where: HEAD, data: { ...end, seal: sealOf(end, keyedHash) } })
}

/** After an update, before anybody writes: otherwise whoever comes first waits for it. */
export async function beginChain(db: Database): Promise<void> {
  await db.$transaction(
    async (tx) => {
      const { head, isSound } = await holdHead(tx)
      if (isSound) await writeHead(tx, head)
    },
    { timeout: FIRST_LIMIT_MS },
  )
}
