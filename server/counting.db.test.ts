import { expect, test } from 'vitest'
import { closeDays } from '@/lib/counting/mutations'
import { readEnv } from '@/lib/env'
import { saveSetting } from '@/lib/site/setting-mutations'
import { figuresOf } from '@/lib/testing/figures'
import { actor, must } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { Counter } from './counter'
import { Counting } from './counting'
import { anonymousRequest } from './render'

const site = testDatabase()
const boss = actor('Boss', 'ADMIN')
const env = readEnv({ CLIENT_ADDRESS_HEADER: 'x-forwarded-for' })
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64; rv:152.0) Gecko/20100101 Firefox/152.0'

/** One process: what it has counted, and how it is written down. */
function process(now: Date) {
  const counter = new Counter(env)
  const counting = new Counting(site.db, counter, now)
  const read = (address: string, articleId = 1) => {
    const req = anonymousRequest('/', 'localhost')
    Object.assign(req.headers, { 'user-agent': BROWSER, 'x-forwarded-for': address })
    counter.count(req, { articleId })
  }
  return { counter, counting, read }
}

const saltOf = async () => (await site.db.readerSalt.findFirst())?.salt
const NO_SALT = /^0+$/

test('before the settings are known nothing is counted, nor where it is switched off', async () => {
  const now = new Date('2026-01-05T12:00:00Z')
  const { counter, counting, read } = process(now)
  read('192.0.2.1')
  await counting.write(now)
  expect(counter.isOn).toBe(true)
  expect(await figuresOf(site.db, 20260105)).toEqual({})
  must(await saveSetting(site.db, 'figures', { counts: false }, boss, now))
  read('192.0.2.1')
  // What was counted until then is still written.
  await counting.write(new Date(now.getTime() + 3_000))
  expect((await figuresOf(site.db, 20260105))['article 1']).toBe(1)
  read('192.0.2.1')
  await counting.write(new Date(now.getTime() + 6_000))
  expect((await figuresOf(site.db, 20260105))['article 1']).toBe(1)
  expect(counter.readers).toBeNull()
  must(await saveSetting(site.db, 'figures', { counts: true }, boss, now))
})

test('what is counted belongs to the day and the hour in which it began, in the zone of the site', async () => {
  must(await saveSetting(site.db, 'site', { timeZone: 'Asia/Tehran' }, boss, new Date()))
  const beforeMidnight = new Date('2026-02-10T20:29:58Z')
  const { counting, read } = process(beforeMidnight)
  await counting.write(beforeMidnight)
  read('192.0.2.1', 5)
  await counting.write(new Date('2026-02-10T20:30:01Z'))
  read('192.0.2.1', 5)
  await counting.write(new Date('2026-02-10T20:30:04Z'))
  const hours = await site.db.viewHour.findMany({ where: { articleId: 5 }, orderBy: { day: 'asc' } })
  expect(hours).toEqual([
    { day: 20260210, hour: 23, articleId: 5, views: 1 },
    { day: 20260211, hour: 0, articleId: 5, views: 1 },
  ])
  must(await saveSetting(site.db, 'site', { timeZone: 'UTC' }, boss, new Date()))
})

test('processes share the salt of a day, and after midnight it is nowhere', async () => {
  const evening = new Date('2026-03-01T23:59:50Z')
  const [one, two] = [process(evening), process(evening)]
  await Promise.all([one.counting.write(evening), two.counting.write(evening)])
  const salt = await saltOf()
  expect(salt).toMatch(/^[0-9a-f]{64}$/)
  for (let i = 0; i < 50; i++) one.read(`192.0.2.${i}`)
  for (let i = 25; i < 75; i++) two.read(`192.0.2.${i}`)
  const midnight = new Date('2026-03-02T00:00:01Z')
  await one.counting.write(midnight)
  expect(await saltOf()).not.toBe(salt)
  await two.counting.write(midnight)
  expect(one.counter.readers?.day).toBe(20260302)
  await closeDays(site.db, 20260302)
  const { readers } = await site.db.readerDay.findUniqueOrThrow({ where: { day: 20260301 } })
  // About 75, and not the hundred of both: with a salt of its own each would count them again.
  expect(Math.abs(readers - 75)).toBeLessThan(6)
  expect(await site.db.readerSketch.count({ where: { day: { lt: 20260302 } } })).toBe(0)
  // Nobody came on that day any more.
  await closeDays(site.db, 20260303)
  expect(await saltOf()).toMatch(NO_SALT)
})

test('the same reader is another one on the next day', async () => {
  const noon = new Date('2026-04-01T12:00:00Z')
  const { counter, counting, read } = process(noon)
  await counting.write(noon)
  read('192.0.2.1')
  const first = Buffer.from(counter.readers?.registers ?? [])
  await counting.write(new Date('2026-04-02T00:00:00Z'))
  read('192.0.2.1')
  const second = Buffer.from(counter.readers?.registers ?? [])
  expect(first.some(Boolean) && second.some(Boolean)).toBe(true)
  expect(second.equals(first)).toBe(false)
})

test('what cannot be written is written with the next, once', async () => {
  const noon = new Date('2026-05-01T12:00:00Z')
  const { counting, read } = process(noon)
  await counting.write(noon)
  read('192.0.2.1')
  await site.db.$executeRawUnsafe('ALTER TABLE "Figure" RENAME TO "Away"')
  await expect(counting.write(new Date('2026-05-01T12:00:03Z'))).rejects.toThrow()
  await site.db.$executeRawUnsafe('ALTER TABLE "Away" RENAME TO "Figure"')
  read('192.0.2.2')
  await counting.write(new Date('2026-05-01T12:01:06Z'), true)
  await counting.write(new Date('2026-05-01T12:01:09Z'), true)
  expect(await figuresOf(site.db, 20260501)).toEqual({
    ...{ 'article 0': 2, 'article 1': 2, 'agent reader': 2, 'device computer': 2, 'source direct': 2 },
  })
  await closeDays(site.db, 20260502)
  expect((await site.db.readerDay.findUnique({ where: { day: 20260501 } }))?.readers).toBe(2)
})

test('ten processes write the same rows at once, and none waits for another for ever', async () => {
  const noon = new Date('2026-06-01T12:00:00Z')
  const all = Array.from({ length: 10 }, () => process(noon))
  await Promise.all(all.map(({ counting }) => counting.write(noon)))
  for (const [i, { read }] of all.entries()) for (let k = 0; k < 40; k++) read(`192.0.2.${i}`, ((i * 7 + k) % 40) + 1)
  await Promise.all(all.map(({ counting }) => counting.write(new Date('2026-06-01T12:00:03Z'), true)))
  const figures = await figuresOf(site.db, 20260601)
  expect([figures['article 0'], figures['article 1'], figures['article 40']]).toEqual([400, 10, 10])
})

test('planted: names that somebody invents fill no table', async () => {
  const noon = new Date('2026-07-01T12:00:00Z')
  const { counter, counting } = process(noon)
  await counting.write(noon)
  for (let i = 0; i < 3_000; i++) {
    const req = anonymousRequest('/', 'localhost')
    Object.assign(req.headers, { 'user-agent': BROWSER, referer: `https://made-up-${i}.example/` })
    counter.count(req, {})
  }
  await counting.write(new Date('2026-07-01T12:00:03Z'))
  expect(await site.db.figure.count({ where: { kind: 'host', day: 20260701 } })).toBe(1_000)
  expect((await figuresOf(site.db, 20260701))['source other']).toBe(3_000)
})
