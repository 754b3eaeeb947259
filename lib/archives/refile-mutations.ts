import { insertRows } from '@/lib/database/insert-rows'
import type { Tx } from '@/lib/db'
import { recountWhole } from './mutations'

const ROWS_AT_ONCE = 5_000
/** As many as every database takes in one statement. */
const IDS_AT_ONCE = 900

/**
 * Puts all articles of one archive into others as well, and takes them out of `leaves`, but for those that `stays` in one
 * of its categories. The counts follow. Whole lists are moved, not articles: 20,000 take about as long as one list does
 * to be read and written (docs/decisions/020).
 */
export async function refileArchive(
  tx: Tx,
  source: string,
  { joins, leaves }: { joins: string[]; leaves: { key: string; stays: number[] }[] },
): Promise<void> {
  const touched = new Set<string>()
  for (const key of joins) if (await copyEntries(tx, source, key)) touched.add(key)
  // The source itself last: the others are told by it who leaves.
  const inOrder = [...leaves.filter(({ key }) => key !== source), ...leaves.filter(({ key }) => key === source)]
  for (const { key, stays } of inOrder) if (await removeEntries(tx, source, key, stays)) touched.add(key)
  if (touched.size) await recountWhole(tx, touched)
}

async function copyEntries(tx: Tx, source: string, key: string): Promise<number> {
  let copied = 0
  for (;;) {
    const entries = await tx.archiveEntry.findMany({
      where: { key: source, article: { archiveEntries: { none: { key } } } },
      take: ROWS_AT_ONCE,
      select: { articleId: true, publishedDay: true, publishedAt: true, position: true },
    })
    await insertRows(
      tx,
      'ArchiveEntry',
      entries.map((entry) => ({ key, ...entry })),
    )
    copied += entries.length
    if (entries.length < ROWS_AT_ONCE) return copied
  }
}

async function removeEntries(tx: Tx, source: string, key: string, stays: number[]): Promise<number> {
  if (key === source && !stays.length) return (await tx.archiveEntry.deleteMany({ where: { key } })).count
  const leaving = await tx.archiveEntry.findMany({
    where: {
      key,
      article: {
        archiveEntries: { some: { key: source } },
        ...(stays.length && { categories: { none: { categoryId: { in: stays } } } }),
      },
    },
    select: { articleId: true },
  })
  const ids = leaving.map(({ articleId }) => articleId)
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    await tx.archiveEntry.deleteMany({ where: { key, articleId: { in: ids.slice(at, at + IDS_AT_ONCE) } } })
  }
  return ids.length
}
