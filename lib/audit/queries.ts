import type { Database } from '@/lib/db'
import { keyedHash } from '@/lib/secret'
import { BEGUN, type ChainedRow, headFault, type RowFault, rowFault } from './chain'
import { ERASED, ERASED_OBJECT, erasedTo } from './erasure'

const BATCH = 1_000
/** Of more the first are listed. */
export const FAULTS_LISTED = 100

/** `again`: another event says already that events from before the chain were taken into it. */
export type Fault = { id: number; fault: RowFault | 'again' | 'end' | 'head' | 'missing' }
export type Verified = {
  events: number
  end: { id: number; chain: string }
  /** When events from before there was a chain were taken into it. */
  begun: { id: number; at: Date } | null
  /** The first of them, and how many there are. */
  faults: Fault[]
  count: number
}

/**
 * Reads the whole log, a batch at a time, while the site may go on writing, and lists where it is not what was written: behind
 * each such place it goes on with what stands there. `noted`: an event that must still be there, as an earlier reading named it.
 */
export async function verifyAuditLog(db: Database, noted?: { id: number; chain: string }): Promise<Verified> {
  const verified: Verified = { events: 0, end: { id: 0, chain: '' }, begun: null, faults: [], count: 0 }
  const add = (id: number, fault: Fault['fault'] | null) => {
    if (fault && ++verified.count <= FAULTS_LISTED) verified.faults.push({ id, fault })
  }
  const erasures = new Erasures(db)
  let isNotedThere = noted === undefined
  let [read, awaited] = [0, 0]
  for (;;) {
    const rows: ChainedRow[] = await db.auditEvent.findMany({
      where: { id: { gt: read } },
      orderBy: { id: 'asc' },
      take: BATCH,
    })
    // Read after the rows: what was taken out of them is noted by then.
    await erasures.read()
    for (const row of rows) {
      const { id, chain } = row
      const fault = await erasures.faultOf(row, verified.end.chain)
      add(id, fault ?? (row.act === BEGUN && verified.begun ? 'again' : null))
      if (row.act === BEGUN) verified.begun ??= { id, at: row.at }
      if (noted && id === noted.id && chain === noted.chain) isNotedThere = true
      // What has no place in the chain is not its end either.
      if (chain) verified.end = { id, chain }
      read = id
    }
    verified.events += rows.length
    if (rows.length === BATCH) continue
    // Read after the rows: what is written meanwhile moves it, and is read in the next round.
    const head = await db.auditHead.findFirst()
    const { end } = verified
    const fault = headFault(head, verified.events ? end : null, keyedHash)
    if (fault === 'end' && head && head.lastId > Math.max(end.id, awaited)) {
      awaited = head.lastId
      continue
    }
    add(end.id, fault)
    if (!isNotedThere) add(noted?.id ?? 0, 'missing')
    return verified
  }
}

/** Who was taken out of which events, as far as this site wrote it down. */
class Erasures {
  readonly #db: Database
  #lastId = 0
  #digests = new Map<number, string>()

  constructor(db: Database) {
    this.#db = db
  }

  async read(): Promise<void> {
    const where = { object: ERASED_OBJECT, act: ERASED }
    const last = await this.#db.auditEvent.findFirst({ where, orderBy: { id: 'desc' }, select: { id: true } })
    if (!last || last.id === this.#lastId) return
    this.#lastId = last.id
    this.#digests = erasedTo(await this.#db.auditEvent.findMany({ where, orderBy: { id: 'desc' } }), keyedHash)
  }

  async faultOf(row: ChainedRow, before: string): Promise<RowFault | null> {
    const digest = this.#digests.get(row.id)
    const fault = rowFault(row, before, keyedHash, digest)
    if (fault !== 'changed' || digest === undefined) return fault
    // Somebody may have been taken out of it after it was read.
    const again = await this.#db.auditEvent.findUnique({ where: { id: row.id } })
    return again && rowFault(again, before, keyedHash, digest)
  }
}
