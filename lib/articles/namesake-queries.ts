import type { Tx } from '@/lib/db'
import { type Days, headlineKey, namesakeAmong, type Titled } from './namesakes'

/** Of a headline that is known from some other day. */
const ANOTHER_DAY = 0

/**
 * What tells articles that are about to be written from those that are there, and from each other. Two queries of an index,
 * however many there are of one headline.
 */
export async function findNamesakes(tx: Tx, written: readonly Titled[], exceptId?: number): Promise<number[]> {
  const keys = [...new Set(written.map(headlineKey).filter(Boolean))]
  if (!keys.length) return written.map(() => 0)
  const among = { headlineKey: { in: keys }, ...(exceptId !== undefined && { id: { not: exceptId } }) }
  const taken = await tx.article.groupBy({ by: ['headlineKey'], where: among })
  const known = new Map<string, Days>(taken.map((row) => [row.headlineKey, new Map([[ANOTHER_DAY, 0]])]))
  if (taken.length) {
    const days = [...new Set(written.flatMap(({ publishedDay }) => publishedDay ?? []))]
    const ofDays = await tx.article.groupBy({
      by: ['headlineKey', 'publishedDay'],
      where: { ...among, publishedDay: { in: days } },
      _max: { namesake: true },
    })
    for (const row of ofDays) known.get(row.headlineKey)?.set(row.publishedDay, row._max.namesake ?? 0)
  }
  return written.map((one) => {
    const key = headlineKey(one)
    if (!key) return 0
    const days = known.get(key) ?? new Map()
    const namesake = namesakeAmong(days, one.publishedDay)
    known.set(key, days.set(one.publishedDay, namesake))
    return namesake
  })
}

/** True where what told it from others may tell it no more. */
export const isRetitled = (before: Titled, after: Titled): boolean =>
  headlineKey(before) !== headlineKey(after) || before.publishedDay !== after.publishedDay
