import type { Database, Tx } from '@/lib/db'

export type TermKind = 'category' | 'tag' | 'author'

/**
 * What each of these ids means now, of those that were merged into another. Ids stay in texts that somebody still edits,
 * in revisions and in the newsroom's index. One query, none for no ids.
 */
export async function meaningOf(
  db: Database | Tx,
  kind: TermKind,
  ids: readonly number[],
): Promise<Map<number, number>> {
  if (!ids.length) return new Map()
  const rows = await db.mergedTerm.findMany({
    where: { kind, fromId: { in: [...ids] } },
    select: { fromId: true, intoId: true },
  })
  return new Map(rows.map(({ fromId, intoId }) => [fromId, intoId]))
}

/** Ids of what was merged into these. One query, none for no ids. */
export async function mergedInto(db: Database, kind: TermKind, ids: readonly number[]): Promise<number[]> {
  if (!ids.length) return []
  const rows = await db.mergedTerm.findMany({ where: { kind, intoId: { in: [...ids] } }, select: { fromId: true } })
  return rows.map(({ fromId }) => fromId)
}
