import { type Day, dayIn } from '@/lib/calendar/days'
import type { Database } from '@/lib/db'
import { getSiteFacts } from '@/lib/site/facts'
import { daysBefore, lastDays, minuteOf } from './days'
import { closeDays } from './mutations'
import { MOST_READ_DAYS } from './settings'
import { ALL_PAGES } from './view'

/** Minutes are for what goes on now; hours for as long as somebody remembers the day. */
const KEPT_MINUTES = 60
const KEPT_HOURS_DAYS = 35
/** What was looked for, for as long as it is shown. */
const KEPT_SEARCH_DAYS = 30

/** What the counting needs done every few minutes. */
export async function tidyFigures(db: Database, now: Date): Promise<void> {
  const { site, figures } = await getSiteFacts(db)
  const today = dayIn(site.timeZone, now)
  await closeDays(db, today)
  await forgetFigures(db, today, figures.keptDays, now)
  await rankArticles(db, today, now)
}

/** Takes out what is older than it is to be. */
export async function forgetFigures(db: Database, today: Day, keptDays: number, now: Date): Promise<void> {
  await db.viewMinute.deleteMany({ where: { minute: { lt: minuteOf(now) - KEPT_MINUTES } } })
  const hours = daysBefore(today, KEPT_HOURS_DAYS)
  const searches = daysBefore(today, KEPT_SEARCH_DAYS)
  const days = daysBefore(today, keptDays)
  const first = { orderBy: { day: 'asc' }, select: { day: true } } as const
  await dayByDay(
    hours,
    () => db.viewHour.findFirst(first),
    (day) => db.viewHour.deleteMany({ where: { day } }),
  )
  await dayByDay(
    days,
    () => db.viewDay.findFirst(first),
    (day) => db.viewDay.deleteMany({ where: { day } }),
  )
  await dayByDay(
    days,
    () => db.figure.findFirst(first),
    (day) => db.figure.deleteMany({ where: { day } }),
  )
  for (const kind of ['search', 'searchless']) await db.figure.deleteMany({ where: { kind, day: { lt: searches } } })
  await db.readerDay.deleteMany({ where: { day: { lt: days } } })
}

/** A day at a time, so that whoever writes meanwhile waits for one of them at the most. */
async function dayByDay(
  before: Day,
  first: () => Promise<{ day: Day } | null>,
  forget: (day: Day) => Promise<unknown>,
): Promise<void> {
  for (let row = await first(); row && row.day < before; row = await first()) {
    await forget(row.day)
  }
}

/** Of each day so many are added up: what was never among them is not among the most read of a month either. */
const LOOKED_AT = 2_000
const RANKED = 200

/** What was read most in the last days, for each number of days that is asked for. Every day is one look-up in an index. */
export async function rankArticles(db: Database, today: Day, now: Date): Promise<void> {
  const spans = MOST_READ_DAYS.filter((days) => days > 0)
  const days = lastDays(today, Math.max(...spans)).reverse()
  const sums = new Map<number, number>()
  for (const [i, day] of days.entries()) {
    const rows = await db.viewDay.findMany({
      where: { day },
      orderBy: { views: 'desc' },
      take: LOOKED_AT,
      select: { articleId: true, views: true },
    })
    for (const { articleId, views } of rows) {
      if (articleId !== ALL_PAGES) sums.set(articleId, (sums.get(articleId) ?? 0) + views)
    }
    if (!spans.some((span) => span === i + 1)) continue
    const articles = [...sums].sort(([a, x], [b, y]) => y - x || b - a).slice(0, RANKED)
    const data = { madeAt: now, articles }
    await db.ranking.upsert({
      where: { days: i + 1 },
      create: { days: i + 1, ...data },
      update: data,
      select: { days: true },
    })
  }
}
