import { may, type Viewer } from '@/lib/auth/permissions'
import { dayIn } from '@/lib/calendar/days'
import type { Database } from '@/lib/db'
import type { SiteFacts } from '@/lib/site/facts'
import { meaningOf } from '@/lib/taxonomy/merged-queries'
import { lastDays, minuteOf } from './days'
import type { CodeLine, Figures, Line, Point, Span } from './figures'
import { readRanking } from './ranking'
import { estimate, merge } from './registers'
import { ALL_PAGES, type FigureKind } from './view'

const SHOWN = 25
/** Of what may have been merged since all are read, for what each of them means now to be added up. */
const MOST_NAMED = 10_000
export const NOW_MINUTES = 30
const MONTH_DAYS = 30
const HOURS = 24
/** What fewer looked for may say more of one of them than of the paper. */
const LEAST_SEARCHED = 3

type Days = { gte: number; lte: number }
type Asked = { db: Database; facts: SiteFacts; now: Date; most: number }

/** What was read, by whom and from where; null for whoever may not know. `most`: how long each list is at the most. */
export async function getFigures(
  db: Database,
  viewer: Viewer,
  { span, facts, now, most = SHOWN }: { span: Span; facts: SiteFacts; now: Date; most?: number },
): Promise<Figures | null> {
  if (!may(viewer, 'analytics.read')) return null
  const asked = { db, facts, now, most }
  const today = dayIn(facts.site.timeZone, now)
  const nothing = { readers: null, rankedAt: null, ...(await listsOf(asked, null)) }
  if (span === 'now') {
    const since = minuteOf(now) - NOW_MINUTES + 1
    const [series, articles] = await Promise.all([listMinutes(db, since), listArticlesNow(asked, since)])
    return { span, views: sum(series), series, articles, ...nothing }
  }
  if (span === 'today') {
    const [series, articles, lists, readers] = await Promise.all([
      listHours(db, today),
      listArticlesToday(asked, today),
      listsOf(asked, { gte: today, lte: today }),
      countReadersToday(db, today),
    ])
    return { span, views: sum(series), series, articles, ...nothing, ...lists, readers }
  }
  const days = lastDays(today, MONTH_DAYS)
  const between = { gte: days[0] ?? today, lte: today }
  const [series, ranking, lists] = await Promise.all([
    listDays(db, days, between),
    db.ranking.findUnique({ where: { days: MONTH_DAYS } }),
    listsOf(asked, between),
  ])
  const articles = await nameArticles(asked, readRanking(ranking?.articles))
  return { span, views: sum(series), series, articles, ...nothing, ...lists, rankedAt: ranking?.madeAt ?? null }
}

const sum = (series: Point[]): number => series.reduce((all, { views }) => all + views, 0)

async function listMinutes(db: Database, since: number): Promise<Point[]> {
  const rows = await db.viewMinute.findMany({ where: { articleId: ALL_PAGES, minute: { gte: since } } })
  const views = new Map(rows.map((row) => [row.minute, row.views]))
  return Array.from({ length: NOW_MINUTES }, (_, i) => ({ at: since + i, views: views.get(since + i) ?? 0 }))
}

async function listHours(db: Database, day: number): Promise<Point[]> {
  const rows = await db.viewHour.findMany({ where: { articleId: ALL_PAGES, day } })
  const views = new Map(rows.map((row) => [row.hour, row.views]))
  return Array.from({ length: HOURS }, (_, hour) => ({ at: hour, views: views.get(hour) ?? 0 }))
}

async function listDays(db: Database, days: number[], between: Days): Promise<Point[]> {
  const [rows, closed, ofToday] = await Promise.all([
    db.viewDay.findMany({ where: { articleId: ALL_PAGES, day: between } }),
    db.readerDay.findMany({ where: { day: between } }),
    countReadersToday(db, between.lte),
  ])
  const views = new Map(rows.map((row) => [row.day, row.views]))
  const readers = new Map([...closed.map((row) => [row.day, row.readers] as const), [between.lte, ofToday]])
  return days.map((day) => ({ at: day, views: views.get(day) ?? 0, readers: readers.get(day) ?? 0 }))
}

async function countReadersToday(db: Database, day: number): Promise<number> {
  const sketches = await db.readerSketch.findMany({ where: { day }, select: { registers: true } })
  return estimate(merge(sketches.map(({ registers }) => registers)))
}

async function listArticlesNow(asked: Asked, since: number): Promise<Line[]> {
  const rows = await asked.db.viewMinute.groupBy({
    by: ['articleId'],
    where: { minute: { gte: since }, articleId: { not: ALL_PAGES } },
    _sum: { views: true },
    orderBy: { _sum: { views: 'desc' } },
    take: asked.most,
  })
  return nameArticles(
    asked,
    rows.map(({ articleId, _sum }) => ({ articleId, views: _sum.views ?? 0 })),
  )
}

async function listArticlesToday(asked: Asked, day: number): Promise<Line[]> {
  const rows = await asked.db.viewDay.findMany({
    where: { day },
    orderBy: { views: 'desc' },
    // The first of them is that of all pages.
    take: asked.most + 1,
    select: { articleId: true, views: true },
  })
  return nameArticles(
    asked,
    rows.filter(({ articleId }) => articleId !== ALL_PAGES),
  )
}

/** What was deleted since has no name, and is left out. */
async function nameArticles({ db, most }: Asked, ranked: { articleId: number; views: number }[]): Promise<Line[]> {
  const shown = ranked.slice(0, most)
  const rows = await db.article.findMany({
    where: { id: { in: shown.map(({ articleId }) => articleId) } },
    select: { id: true, headline: true },
  })
  const headlines = new Map(rows.map(({ id, headline }) => [id, headline]))
  return shown.flatMap(({ articleId, views }) => {
    const name = headlines.get(articleId)
    return name === undefined ? [] : [{ name, views, href: `/admin/articles/${articleId}/` }]
  })
}

/** The lists that are kept by day; empty ones without days. */
async function listsOf(asked: Asked, days: Days | null) {
  const subjects = (kind: FigureKind, least = 1) => (days ? listSubjects(asked, kind, days, least) : [])
  const [authors, categories, sources, hosts, devices, agents, bots, searches, searchless] = await Promise.all([
    days ? listMeant(asked, 'author', days) : [],
    days ? listMeant(asked, 'category', days) : [],
    subjects('source'),
    subjects('host'),
    subjects('device'),
    subjects('agent'),
    subjects('bot'),
    subjects('search', LEAST_SEARCHED),
    subjects('searchless', LEAST_SEARCHED),
  ])
  const { facts } = asked
  const named = (rows: CodeLine[], nameOf: (id: number) => string | undefined): Line[] =>
    rows.flatMap(({ code, views }) => {
      const name = nameOf(Number(code))
      return name === undefined ? [] : [{ name, views }]
    })
  const itself = (rows: CodeLine[]): Line[] => rows.map(({ code, views }) => ({ name: code, views }))
  return {
    authors: named(authors, (id) => facts.authors.get(id)?.name),
    categories: named(categories, (id) => facts.categories.named(id)?.name),
    // They were written by code that knows no others.
    sources: sources as Figures['sources'],
    devices: devices as Figures['devices'],
    agents: agents as Figures['agents'],
    hosts: itself(hosts),
    bots: itself(bots),
    searches: itself(searches),
    searchless: itself(searchless),
  }
}

/** Readings of what was merged into another are the other's. */
async function listMeant(asked: Asked, kind: 'author' | 'category', days: Days): Promise<CodeLine[]> {
  const rows = await listSubjects({ ...asked, most: MOST_NAMED }, kind, days, 1)
  const meaning = await meaningOf(
    asked.db,
    kind,
    rows.map(({ code }) => Number(code)),
  )
  const views = new Map<string, number>()
  for (const row of rows) {
    const code = String(meaning.get(Number(row.code)) ?? row.code)
    views.set(code, (views.get(code) ?? 0) + row.views)
  }
  const summed = [...views].map(([code, all]) => ({ code, views: all }))
  return summed.sort((a, b) => b.views - a.views).slice(0, asked.most)
}

async function listSubjects({ db, most }: Asked, kind: FigureKind, days: Days, least: number): Promise<CodeLine[]> {
  const rows = await db.figure.groupBy({
    by: ['subject'],
    where: { kind, day: days },
    _sum: { views: true },
    having: { views: { _sum: { gte: least } } },
    orderBy: [{ _sum: { views: 'desc' } }, { subject: 'asc' }],
    take: most,
  })
  return rows.map(({ subject, _sum }) => ({ code: subject, views: _sum.views ?? 0 }))
}

const WEEK_DAYS = 7

/** What readers looked for in the last week and did not find, the most wanted first: for the desk. Empty for whoever may not know. */
export async function listSearchesWithoutResult(
  db: Database,
  viewer: Viewer,
  { facts, now, most = 5 }: { facts: SiteFacts; now: Date; most?: number },
): Promise<{ words: string; searches: number }[]> {
  if (!may(viewer, 'analytics.read')) return []
  const [first = 0, ...others] = lastDays(dayIn(facts.site.timeZone, now), WEEK_DAYS)
  const days = { gte: first, lte: others.at(-1) ?? first }
  const rows = await listSubjects({ db, facts, now, most }, 'searchless', days, LEAST_SEARCHED)
  return rows.map(({ code, views }) => ({ words: code, searches: views }))
}
