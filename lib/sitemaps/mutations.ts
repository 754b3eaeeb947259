import { ALL } from '@/lib/archives/keys'
import { upsertRows } from '@/lib/database/insert-rows'
import type { Tx } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { type Place, sitemapTag } from './changes'

/** Says of lists that they changed, and when: a month's list is dated by the latest of its changes. */
export async function noteChangedPlaces(tx: Tx, changes: { place: Place; at: Date }[]): Promise<void> {
  const latest = new Map<number, Date>()
  for (const { place, at } of changes) {
    changed(tx, sitemapTag(place))
    if (place !== 'pages' && at > (latest.get(place) ?? new Date(0))) latest.set(place, at)
  }
  if (!latest.size) return
  const known = await tx.sitemapMonth.findMany({ where: { month: { in: [...latest.keys()] } } })
  const dates = new Map(known.map(({ month, changedAt }) => [month, changedAt]))
  const later = [...latest].filter(([month, at]) => at > (dates.get(month) ?? new Date(0)))
  await upsertRows(
    tx,
    'SitemapMonth',
    'month',
    later.map(([month, changedAt]) => ({ month, changedAt })),
  )
}

/** A month that has no articles any more has no list. */
export async function forgetEmptyMonths(tx: Tx): Promise<void> {
  const months = await tx.archiveMonth.findMany({ where: { key: ALL }, select: { month: true } })
  await tx.sitemapMonth.deleteMany({ where: { month: { notIn: months.map(({ month }) => month) } } })
}
