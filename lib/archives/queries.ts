import { z } from 'zod'
import { listCards } from '@/lib/articles/card-queries'
import type { ArticleCard } from '@/lib/articles/view'
import type { Database } from '@/lib/db'
import { dependsOn } from '@/lib/page-context'
import type { SiteFacts } from '@/lib/site/facts'
import { archiveTags, PAGE_SIZE } from './keys'
import { type MonthCount, pageCount, pageStart } from './paging'

export type ArchivePage = { articles: ArticleCard[]; total: number; page: number; pages: number }

const NEWEST_FIRST = [{ publishedDay: 'desc' }, { publishedAt: 'desc' }, { articleId: 'desc' }] as const

/**
 * Page `page` of an archive, or of the days `from` to `to` of it, newest first; null past the last page. An empty archive
 * has one empty page. Four queries.
 */
export async function getArchivePage(
  db: Database,
  key: string,
  page: number,
  facts: SiteFacts,
  now: Date,
  days?: { from: number; to: number },
): Promise<ArchivePage | null> {
  dependsOn(...archiveTags(key, days))
  const months = await countMonths(db, key, days)
  const total = months.reduce((sum, { articles }) => sum + articles, 0)
  const pages = pageCount(total, PAGE_SIZE)
  if (page > pages) return null
  const start = pageStart(months, page, PAGE_SIZE)
  if (!start) return { articles: [], total, page, pages }
  const lastDay = Math.min(start.month * 100 + 31, days?.to ?? Number.POSITIVE_INFINITY)
  const entries = await db.archiveEntry.findMany({
    where: { key, publishedDay: { lte: lastDay, ...(days && { gte: days.from }) } },
    orderBy: [...NEWEST_FIRST],
    skip: start.skip,
    take: PAGE_SIZE,
    select: { articleId: true },
  })
  const ids = entries.map(({ articleId }) => articleId)
  return { articles: await listCards(db, ids, facts, now), total, page, pages }
}

/** Newest month first. A single day is counted from its entries: months are all that is kept. */
async function countMonths(db: Database, key: string, days?: { from: number; to: number }): Promise<MonthCount[]> {
  if (days && days.from === days.to) {
    const articles = await db.archiveEntry.count({ where: { key, publishedDay: days.from } })
    return articles ? [{ month: Math.floor(days.from / 100), articles }] : []
  }
  return db.archiveMonth.findMany({
    where: {
      key,
      articles: { gt: 0 },
      ...(days && { month: { gte: Math.floor(days.from / 100), lte: Math.floor(days.to / 100) } }),
    },
    orderBy: { month: 'desc' },
    select: { month: true, articles: true },
  })
}

const newestSchema = z.array(z.tuple([z.number(), z.number(), z.number()]))

/** Ids of the newest articles of each archive, newest first (keys.ts NEWEST_KEPT). One query. */
export async function listNewestIds(db: Database, keys: string[]): Promise<Map<string, number[]>> {
  dependsOn(...keys.flatMap((key) => archiveTags(key)))
  const rows = await db.archive.findMany({ where: { key: { in: keys } }, select: { key: true, newest: true } })
  return new Map(rows.map(({ key, newest }) => [key, newestSchema.parse(newest).map(([id]) => id)]))
}
