import type { Database, Tx } from '@/lib/db'
import { type Arrangement, AUTOMATIC, arrangementSchema } from './arrangement'

/** How the front is arranged now; without an id nobody has arranged it yet. One query. */
export async function readLiveLayout(db: Database | Tx): Promise<{ id: number; arrangement: Arrangement }> {
  const row = await db.frontLayout.findFirst({
    // Numbers begin at one: it is found by its number, not by looking.
    where: { id: { gt: 0 } },
    orderBy: { id: 'desc' },
    select: { id: true, content: true },
  })
  return row ? { id: row.id, arrangement: arrangementSchema.parse(row.content) } : { id: 0, arrangement: AUTOMATIC }
}
