import type { Database } from '@/lib/db'
import { keyedHash } from '@/lib/secret'
import { type ChainedRow, headFault, type RowFault, rowFault } from './chain'

const BATCH = 1_000

export type Verified =
  | { ok: true; events: number; end: { id: number; chain: string } }
  | { ok: false; id: number; fault: RowFault | 'end' | 'head' | 'missing' }

/**
 * Reads the whole log, a batch at a time, while the site may go on writing, and answers the first place where it is not what
 * was written. `noted`: an event that must still be there, as an earlier reading named it.
 */
export async function verifyAuditLog(db: Database, noted?: { id: number; chain: string }): Promise<Verified> {
  let [events, last]: [number, { id: number; chain: string }] = [0, { id: 0, chain: '' }]
  let isNotedThere = noted === undefined
  let awaited = 0
  for (;;) {
    const rows: ChainedRow[] = await db.auditEvent.findMany({
      where: { id: { gt: last.id } },
      orderBy: { id: 'asc' },
      take: BATCH,
    })
    for (const row of rows) {
      const fault = rowFault(row, last.chain, keyedHash)
      if (fault) return { ok: false, id: row.id, fault }
      last = { id: row.id, chain: row.chain }
      if (noted && row.id === noted.id && row.chain === noted.chain) isNotedThere = true
    }
    events += rows.length
    if (rows.length === BATCH) continue
    // Read after the rows: what is written meanwhile moves it, and is read in the next round.
    const head = await db.auditHead.findFirst()
    const fault = headFault(head, events ? last : null, keyedHash)
    if (fault === 'end' && head && head.lastId > Math.max(last.id, awaited)) {
      awaited = head.lastId
      continue
    }
    if (fault) return { ok: false, id: last.id, fault }
    if (!isNotedThere) return { ok: false, id: noted?.id ?? 0, fault: 'missing' }
    return { ok: true, events, end: last }
  }
}
