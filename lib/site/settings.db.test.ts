import { expect, test } from 'vitest'
import { startMoving } from '@/lib/articles/moving/mutations'
import { getMoving, listMisplaced } from '@/lib/articles/moving/queries'
import { SLOW } from '@/lib/jobs/kinds'
import { runDueJobs } from '@/lib/jobs/run'
import { addArticle } from '@/lib/testing/articles'
import { droppedAndChanged } from '@/lib/testing/dropped-pages'
import { leadsTo } from '@/lib/testing/leads'
import { actor, ines, must } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { getSiteFacts } from './facts'
import { saveSetting } from './setting-mutations'

const site = testDatabase()
const now = new Date('2026-11-22T12:00:00Z')
const boss = actor('Boss', 'ADMIN')

test('what is saved is there at once, the rest of it stays, and it is written down', async () => {
  await getSiteFacts(site.db)
  must(await saveSetting(site.db, 'site', { name: 'The Courier', timeZone: 'Asia/Tehran' }, boss, now))
  must(await saveSetting(site.db, 'site', { tagline: 'Every day' }, boss, now))
  expect((await getSiteFacts(site.db)).site).toMatchObject({
    ...{ name: 'The Courier', tagline: 'Every day', timeZone: 'Asia/Tehran', locale: 'en' },
  })
  const [event] = await site.db.auditEvent.findMany({ orderBy: { id: 'desc' }, take: 1 })
  expect(event).toMatchObject({ act: 'settings.edit', object: 'setting:site', actorName: 'Boss' })
  expect(event?.details).toEqual({ tagline: '"" → "Every day"' })
})

test('what does not hold together is refused whole, and the old stays', async () => {
  const before = await site.db.setting.findUnique({ where: { key: 'site' } })
  const wrong = { name: 'Other', timeZone: 'Mars/Olympus' }
  expect(await saveSetting(site.db, 'site', wrong, boss, now)).toEqual({ ok: false, reason: 'malformed' })
  expect(await site.db.setting.findUnique({ where: { key: 'site' } })).toEqual(before)
})

test('it is for admins alone', async () => {
  expect(await saveSetting(site.db, 'site', { name: 'Mine' }, ines, now)).toEqual({ ok: false, reason: 'forbidden' })
  expect(await startMoving(site.db, { pattern: '/%slug%/' }, ines, now)).toEqual({ ok: false, reason: 'forbidden' })
})

test('what changes nothing drops no page and is not written down', async () => {
  const pages = { any: async () => getSiteFacts(site.db).then(({ site: { name } }) => name) }
  const save = (name: string) => async () => must(await saveSetting(site.db, 'site', { name }, boss, now))
  const events = await site.db.auditEvent.count()
  expect((await droppedAndChanged(site.db, pages, save('The Courier'))).dropped).toEqual([])
  expect(await site.db.auditEvent.count()).toBe(events)
  expect((await droppedAndChanged(site.db, pages, save('The Mail'))).dropped).toEqual(['any'])
})

test('nor does what holds anyway, or what a database gives back in another order', async () => {
  const said = must(await saveSetting(site.db, 'comments', { holdFirst: true, floodSeconds: 15 }, boss, now))
  expect(said.changed).toEqual([])
  const bot = { names: ['Someone'], allow: ['/'], disallow: ['/tag/'] }
  must(await saveSetting(site.db, 'crawlers', { bots: [bot] }, boss, now))
  const { names, allow, disallow } = bot
  const again = must(await saveSetting(site.db, 'crawlers', { bots: [{ disallow, names, allow }] }, boss, now))
  expect(again.changed).toEqual([])
})

test('while others move nothing is begun, and after they were given up it is', async () => {
  const pattern = '/%slug%/'
  must(await startMoving(site.db, { pattern }, boss, now))
  expect(await startMoving(site.db, { pattern }, boss, now)).toEqual({ ok: false, reason: 'moving' })
  await site.db.job.updateMany({ where: { kind: 'articles.moveAddresses' }, data: { failedAt: now } })
  must(await startMoving(site.db, { pattern }, boss, now))
  while (await runDueJobs(site.db, SLOW, () => now));
})

const byDay = '/%year%/%month%/%day%/%slug%/'

test('another pattern moves what is published, a few at a time, and every old address leads there in one hop', async () => {
  const day = new Date('2021-03-04T12:00:00Z')
  const ids: number[] = []
  for (let i = 0; i < 45; i++) ids.push(await addArticle(site.db, { slug: `moved-${i}`, publishedAt: day }))
  const draft = await addArticle(site.db, { slug: 'draft', status: 'DRAFT', publishedAt: null })
  await addArticle(site.db, { slug: 'taken', publishedAt: day })
  await addArticle(site.db, { kind: 'PAGE', slug: 'taken-page', path: '/2021/03/04/taken/', publishedAt: day })
  const { count, examples } = await listMisplaced(site.db, byDay, 2)
  expect([count, examples[0]]).toEqual([46, { from: '/moved-0/', to: '/2021/03/04/moved-0/' }])
  must(await startMoving(site.db, { pattern: byDay }, boss, now))
  expect(await startMoving(site.db, { pattern: byDay }, boss, now)).toEqual({ ok: false, reason: 'moving' })
  while (await runDueJobs(site.db, SLOW, () => new Date(now.getTime() + 1_000)));
  expect(await getMoving(site.db)).toMatchObject({ all: 46, moved: 45, stayed: 1, finished: true })
  expect(await leadsTo(site.db, '/moved-44/')).toBe('/2021/03/04/moved-44/')
  expect((await site.db.article.findUnique({ where: { id: draft } }))?.path).toBe('/draft/')
  must(await startMoving(site.db, { pattern: '/%year%/%month%/%slug%/' }, boss, now))
  while (await runDueJobs(site.db, SLOW, () => new Date(now.getTime() + 1_000)));
  for (const from of ['/moved-7/', '/2021/03/04/moved-7/'])
    expect(await leadsTo(site.db, from)).toBe('/2021/03/moved-7/')
  expect(await site.db.redirect.count({ where: { toPath: { startsWith: '/2021/03/04/' } } })).toBe(0)
})
