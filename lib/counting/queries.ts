import { type Day, dayIn } from '@/lib/calendar/days'
import type { Database } from '@/lib/db'
import { expiresAt } from '@/lib/page-context'
import type { SiteFacts } from '@/lib/site/facts'
import { daysBefore } from './days'
import { readRanking } from './ranking'
import { ALL_PAGES } from './view'

/** So often the ranking is made anew (lib/jobs/kinds.ts). */
const RANKING_MS = 10 * 60_000
const LOOKED_AT = 30
const BADGE_DAYS = 30

/**
 * Ids of the articles that are read most now, the first first; none where the front page does not show them. Two queries. What
 * was withdrawn since is left out by whoever makes cards of them.
 */
export async function listMostReadIds(db: Database, { figures }: SiteFacts, now: Date): Promise<number[]> {
  const { mostReadDays: days } = figures
  if (days === 0) return []
  expiresAt(new Date(now.getTime() + RANKING_MS))
  const row = await db.ranking.findUnique({ where: { days }, select: { articles: true } })
  const ids = readRanking(row?.articles)
    .slice(0, LOOKED_AT)
    .map(({ articleId }) => articleId)
  if (!ids.length) return []
  const rows = await db.article.findMany({ where: { id: { in: ids } }, select: { id: true, kind: true } })
  const articles = new Set(rows.filter(({ kind }) => kind === 'ARTICLE').map(({ id }) => id))
  return ids.filter((id) => articles.has(id))
}

const held = new WeakMap<Database, { day: Day; views: Promise<number> }>()

/**
 * How often pages were read in the thirty days before this one, for the line in the footer; null where there is none. Asked
 * once a day: every page is made anew at midnight anyway.
 */
export async function getBadge(db: Database, { figures, site }: SiteFacts, now: Date): Promise<number | null> {
  if (!figures.badge) return null
  const today = dayIn(site.timeZone, now)
  const known = held.get(db)
  if (known?.day === today) return known.views
  const views = db.viewDay
    .aggregate({
      where: { articleId: ALL_PAGES, day: { gte: daysBefore(today, BADGE_DAYS), lt: today } },
      _sum: { views: true },
    })
    .then(({ _sum }) => _sum.views ?? 0)
  held.set(db, { day: today, views })
  views.catch(() => held.delete(db))
  return views
}
