import { beforeAll, expect, test } from 'vitest'
import { getFront } from '@/lib/front/queries'
import { runInPageContext } from '@/lib/page-context'
import { getSiteFacts } from '@/lib/site/facts'
import { saveSetting } from '@/lib/site/setting-mutations'
import { addArticle } from '@/lib/testing/articles'
import { actor, ines, must } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { getFigures, listSearchesWithoutResult } from './admin-queries'
import { daysBefore, momentOf } from './days'
import { type Counted, writeCounted } from './mutations'
import { getBadge } from './queries'
import { forgetFigures, rankArticles, tidyFigures } from './tidy-mutations'
import { addFigure, addView, emptyTally, type View } from './view'

const site = testDatabase()
const boss = actor('Boss', 'ADMIN')
const now = new Date('2026-11-22T12:34:56Z')
const TODAY = 20261122
let [boats, bridge, page, gone, authorId, categoryId] = [0, 0, 0, 0, 0, 0]

const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)

/** So many readings of a page, at a moment. */
function counted(at: Date, view: View, views: number): Counted {
  const tally = emptyTally()
  addView(tally, view, views)
  return { ...momentOf('UTC', at), tally }
}

function figure(at: Date, kind: Parameters<typeof addFigure>[1], subject: string, views: number): Counted {
  const tally = emptyTally()
  addFigure(tally, kind, subject, views)
  return { ...momentOf('UTC', at), tally }
}

beforeAll(async () => {
  const author = await site.db.author.create({ data: { slug: 'mirela', name: 'Mirela Voss' } })
  const category = await site.db.category.create({ data: { slug: 'harbour', path: 'harbour', name: 'Harbour' } })
  ;[authorId, categoryId] = [author.id, category.id]
  boats = await addArticle(site.db, { headline: 'Tin boats' })
  bridge = await addArticle(site.db, { headline: 'A bridge' })
  page = await addArticle(site.db, { kind: 'PAGE', headline: 'About us' })
  gone = await addArticle(site.db, { headline: 'Withdrawn since' })
  await writeCounted(
    site.db,
    [
      counted(now, { articleId: boats, authorIds: [authorId], categoryIds: [categoryId] }, 3),
      counted(now, { articleId: bridge }, 5),
      counted(now, {}, 2),
      counted(new Date('2026-11-22T08:00:00Z'), { articleId: boats, authorIds: [authorId] }, 10),
      counted(daysAgo(1), { articleId: bridge }, 100),
      counted(daysAgo(1), { articleId: page }, 300),
      counted(daysAgo(29), { articleId: gone }, 1_000),
      counted(daysAgo(30), { articleId: boats }, 10_000),
      figure(now, 'device', 'phone', 4),
      figure(daysAgo(2), 'device', 'phone', 4),
      figure(now, 'host', 'blog.example', 2),
      figure(now, 'search', 'ferry', 2),
      figure(daysAgo(1), 'search', 'ferry', 1),
      figure(now, 'searchless', 'anna of the harbour', 2),
      figure(now, 'searchless', 'submarine', 2),
      figure(daysAgo(6), 'searchless', 'submarine', 2),
      figure(daysAgo(7), 'searchless', 'airship', 9),
    ],
    null,
  )
  await rankArticles(site.db, TODAY, now)
})

const figuresOf = async (span: 'now' | 'today' | 'month') => {
  const figures = await getFigures(site.db, ines, { span, facts: await getSiteFacts(site.db), now })
  return figures ?? expect.fail()
}
const names = (lines: { name: string; views: number }[]) => lines.map(({ name, views }) => `${name} ${views}`)

test('now is the last half hour, minute by minute', async () => {
  const { views, series, articles, readers } = await figuresOf('now')
  expect([views, series.length, series.at(-1)?.views, readers]).toEqual([10, 30, 10, null])
  expect(names(articles)).toEqual(['A bridge 5', 'Tin boats 3'])
})

test('today is hour by hour, with what is kept by day', async () => {
  const { views, series, articles, authors, categories, devices, hosts } = await figuresOf('today')
  expect([views, series.length, series[8]?.views, series[12]?.views]).toEqual([20, 24, 10, 10])
  expect(names(articles)).toEqual(['Tin boats 13', 'A bridge 5'])
  expect([names(authors), names(categories)]).toEqual([['Mirela Voss 13'], ['Harbour 3']])
  expect([devices, names(hosts)]).toEqual([[{ code: 'phone', views: 4 }], ['blog.example 2']])
})

test('a month is this day and the twenty-nine before it', async () => {
  const { views, series, articles, devices, rankedAt } = await figuresOf('month')
  expect([views, series.length, series[0]?.at]).toEqual([1_420, 30, daysBefore(TODAY, 29)])
  expect(names(articles)).toEqual(['Withdrawn since 1000', 'About us 300', 'A bridge 105', 'Tin boats 13'])
  expect([devices, rankedAt]).toEqual([[{ code: 'phone', views: 8 }], now])
})

test('what fewer than three looked for is shown to nobody', async () => {
  const [today, month] = [await figuresOf('today'), await figuresOf('month')]
  expect([today.searches, today.searchless]).toEqual([[], []])
  expect(names(month.searches)).toEqual(['ferry 3'])
  expect(names(month.searchless)).toEqual(['airship 9', 'submarine 4'])
  const facts = await getSiteFacts(site.db)
  expect(await listSearchesWithoutResult(site.db, ines, { facts, now })).toEqual([{ words: 'submarine', searches: 4 }])
})

test('what was merged into another was read as the other', async () => {
  const gone = [String(authorId + 100), String(categoryId + 100)] as const
  await writeCounted(site.db, [figure(now, 'author', gone[0], 4), figure(now, 'category', gone[1], 4)], null)
  const merged = [
    { kind: 'author' as const, fromId: authorId + 100, intoId: authorId },
    { kind: 'category' as const, fromId: categoryId + 100, intoId: categoryId },
  ]
  await site.db.mergedTerm.createMany({ data: merged })
  const { authors, categories } = await figuresOf('today')
  expect([names(authors), names(categories)]).toEqual([['Mirela Voss 17'], ['Harbour 7']])
})

test('they are for editors', async () => {
  const facts = await getSiteFacts(site.db)
  const author = actor('Tomas', 'AUTHOR')
  expect(await getFigures(site.db, author, { span: 'month', facts, now })).toBeNull()
  expect(await listSearchesWithoutResult(site.db, author, { facts, now })).toEqual([])
})

test('the front shows what is read most where that is switched on: articles that readers find, and no page', async () => {
  const show = async () => {
    const context = { requestId: '', url: '/', clientAddress: '', queries: 0, tags: new Set<string>() }
    const front = await runInPageContext(context, async () => getFront(site.db, await getSiteFacts(site.db), now))
    return { headlines: front.mostRead.map(({ headline }) => headline), ...context }
  }
  expect((await show()).headlines).toEqual([])
  must(await saveSetting(site.db, 'figures', { mostReadDays: 30 }, boss, now))
  const before = (await show()) as Awaited<ReturnType<typeof show>> & { expiresAt?: Date }
  expect(before.headlines).toEqual(['Withdrawn since', 'A bridge', 'Tin boats'])
  expect(before.expiresAt).toEqual(new Date(now.getTime() + 600_000))
  // Whoever withdraws it drops the front too.
  expect(before.tags).toContain(`article:${gone}`)
  await site.db.article.update({ where: { id: gone }, data: { status: 'WITHDRAWN' } })
  expect((await show()).headlines).toEqual(['A bridge', 'Tin boats'])
  must(await saveSetting(site.db, 'figures', { mostReadDays: 2 }, boss, now))
  expect((await show()).headlines).toEqual(['A bridge', 'Tin boats'])
})

test('the footer says what was read in the thirty days before this one, and nothing until that is switched on', async () => {
  expect(await getBadge(site.db, await getSiteFacts(site.db), now)).toBeNull()
  must(await saveSetting(site.db, 'figures', { badge: true }, boss, now))
  expect(await getBadge(site.db, await getSiteFacts(site.db), now)).toBe(11_400)
  await writeCounted(site.db, [counted(daysAgo(1), {}, 1)], null)
  expect(await getBadge(site.db, await getSiteFacts(site.db), now)).toBe(11_400)
  const tomorrow = new Date('2026-11-23T00:00:00Z')
  expect(await getBadge(site.db, await getSiteFacts(site.db), tomorrow)).toBe(1_421)
})

test('figures are kept as long as it is set, hours for 35 days, words for 30, minutes for an hour', async () => {
  const at = daysAgo(36)
  await writeCounted(
    site.db,
    [
      counted(at, { articleId: boats }, 1),
      figure(daysAgo(31), 'search', 'old words', 9),
      figure(daysAgo(31), 'device', 'tablet', 9),
      counted(daysAgo(101), { articleId: boats, authorIds: [authorId] }, 1),
    ],
    null,
  )
  await site.db.readerDay.createMany({ data: [{ day: daysBefore(TODAY, 101), readers: 5 }] })
  await forgetFigures(site.db, TODAY, 100, now)
  const oldest = async (rows: Promise<{ day: number }[]>) => Math.min(...(await rows).map(({ day }) => day))
  expect(await oldest(site.db.viewHour.findMany())).toBe(daysBefore(TODAY, 30))
  expect(await oldest(site.db.viewDay.findMany())).toBe(daysBefore(TODAY, 36))
  expect(await oldest(site.db.figure.findMany())).toBe(daysBefore(TODAY, 31))
  expect(await site.db.figure.count({ where: { subject: 'old words' } })).toBe(0)
  expect(await site.db.readerDay.count()).toBe(0)
  await tidyFigures(site.db, new Date(now.getTime() + 61 * 60_000))
  expect(await site.db.viewMinute.count()).toBe(0)
  // Of yesterday and today nothing is gone.
  expect((await figuresOf('today')).views).toBe(20)
})
