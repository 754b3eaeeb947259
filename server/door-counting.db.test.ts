import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { closeDays } from '@/lib/counting/mutations'
import { countsAs } from '@/lib/page-context'
import { dumpOf } from '@/lib/testing/dump'
import { figuresOf } from '@/lib/testing/figures'
import { BOTS, BROWSERS, type Mixed, mixed, readerAddress, readersIn, sumsOf } from '@/lib/testing/reader-mix'
import { testDatabase } from '@/lib/testing/test-database'
import { Counting } from './counting'
import type { NextHandler } from './render'
import { testDoor } from './testing/test-door'

const site = testDatabase()
const noon = new Date('2026-11-22T12:00:00Z')
const later = (ms: number) => new Date(noon.getTime() + ms)
const DAY = 20_261_122
const PATHS = ['/a/', '/b/', '/c/']
const PAGE = '<!DOCTYPE html><h1>An article</h1>'.padEnd(2_000, ' ')

/** A renderer whose articles have a number each; "/gone/" is not there, and a feed is none. */
const handle: NextHandler = async (req, res) => {
  const path = req.url?.split('?')[0] ?? ''
  const number = PATHS.indexOf(path) + 1
  if (number) countsAs({ articleId: number, authorIds: [7], categoryIds: [1, 2] })
  if (path === '/gone/') res.statusCode = 404
  const type = path.endsWith('/feed/') ? 'application/rss+xml' : 'text/html'
  res.setHeader('content-type', `${type}; charset=utf-8`).end(PAGE)
}

const [one, two] = [testDoor(site, handle), testDoor(site, handle)]
const [askOne, askTwo] = [one.ask, two.ask]
const reader = { 'user-agent': BROWSERS[0]?.userAgent ?? '', 'x-forwarded-for': '192.0.2.9' }

/** What was counted between two moments, on the day of the test. */
async function countedBy(work: () => Promise<unknown>): Promise<Record<string, number>> {
  const counting = new Counting(site.db, one.door.counter, noon)
  await counting.write(noon)
  const before = await figuresOf(site.db, DAY)
  await work()
  await counting.write(later(2_000))
  const after = await figuresOf(site.db, DAY)
  const names = Object.keys(after).filter((name) => after[name] !== before[name])
  return Object.fromEntries(names.map((name) => [name, (after[name] ?? 0) - (before[name] ?? 0)]))
}

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  askOne?.(path, { method, headers: { ...reader, ...headers } }) ?? expect.fail()

test('what is made, what is kept, the short way, and what the reader has already are a reading each', async () => {
  const counted = await countedBy(async () => {
    const { headers } = await ask('/a/')
    await ask('/a/')
    await ask('/a/')
    expect((await ask('/a/', { 'if-none-match': String(headers.etag) })).status).toBe(304)
    await ask('/a/', { cookie: 'comment_held=0' })
  })
  expect(counted).toEqual({
    ...{ 'article 0': 5, 'article 1': 5, 'author 7': 5, 'category 1': 5, 'category 2': 5 },
    ...{ 'agent reader': 5, 'device computer': 5, 'source direct': 5 },
  })
})

test('what nobody reads is not counted', async () => {
  await ask('/a/')
  const counted = await countedBy(async () => {
    await ask('/a/', {}, 'HEAD')
    for (const ahead of ['prefetch', 'prefetch;prerender']) await ask('/a/', { 'sec-purpose': ahead })
    for (const path of ['/gone/', '/a/feed/', '/admin/', '/login/', '/healthz', '/preview/token/']) await ask(path)
    await ask('/a/', { host: 'evil.example' })
    await ask('/a/', {}, 'POST')
  })
  expect(counted).toEqual({})
})

test('whoever asks not to be followed is one more reading, and nothing else', async () => {
  const quiet = { referer: 'https://www.google.com/', 'x-forwarded-for': '192.0.2.200' }
  const counted = await countedBy(async () => {
    await ask('/b/', { ...quiet, dnt: '1' })
    await ask('/b/', { ...quiet, 'sec-gpc': '1' })
  })
  expect(counted).toEqual({
    ...{ 'article 0': 2, 'article 2': 2, 'author 7': 2, 'category 1': 2, 'category 2': 2, 'agent reader': 2 },
  })
})

test('two processes count a mix of readers and bots exactly, and readers once between them', async () => {
  await site.db.$transaction([site.db.readerSketch.deleteMany(), site.db.readerDay.deleteMany()])
  const requests = Array.from({ length: 900 }, (_, i) => mixed(i, PATHS, 240))
  const countings = [one, two].map(({ door }) => new Counting(site.db, door.counter, noon))
  for (const [i, counting] of countings.entries()) {
    ;[one, two][i]?.door.counter.begin(null)
    await counting.write(noon)
  }
  const before = await figuresOf(site.db, DAY)
  const etags = new Map<string, string>()
  for (const path of PATHS) etags.set(path, String((await ask(path, {}, 'HEAD')).headers.etag))
  const send = async ({ path, method, headers, again }: Mixed, i: number) => {
    const known = again ? { 'if-none-match': etags.get(path) ?? '' } : {}
    const { status } =
      (await (i % 2 ? askOne : askTwo)?.(path, { method, headers: { ...headers, ...known } })) ?? expect.fail()
    expect(status).toBe(again ? 304 : 200)
  }
  for (let i = 0; i < requests.length; i += 50) {
    await Promise.all(requests.slice(i, i + 50).map((request, k) => send(request, i + k)))
    if (i % 300 === 0) await Promise.all(countings.map((counting) => counting.write(later(1_000 + i))))
  }
  await Promise.all(countings.map((counting) => counting.write(later(40_000), true)))
  const after = await figuresOf(site.db, DAY)
  const named = (name: string) => name.replace(/^path (.*)$/, (_, path) => `article ${PATHS.indexOf(path) + 1}`)
  for (const [name, sum] of Object.entries(sumsOf(requests))) {
    const key = name === 'all' ? 'article 0' : named(name)
    expect([name, (after[key] ?? 0) - (before[key] ?? 0)]).toEqual([name, sum])
  }
  await closeDays(site.db, DAY + 1)
  const { readers } = await site.db.readerDay.findUniqueOrThrow({ where: { day: DAY } })
  expect(Math.abs(readers / readersIn(requests) - 1)).toBeLessThan(0.04)
  expect(await site.db.readerSketch.count()).toBe(0)
})

test('of all that was sent no address and no browser is anywhere in the database', async () => {
  const sent = [
    ...Array.from({ length: 240 }, (_, i) => readerAddress(i)),
    ...['192.0.2.9', '192.0.2.200', '127.0.0.1', 'secret=', '/another-article/', 'AbC123'],
    ...[...BROWSERS, ...BOTS].map(({ userAgent }) => userAgent).filter(Boolean),
  ]
  const rows = (await dumpOf(site.db, site.provider)).join('\n')
  expect(rows).toContain('blog.tidewatch.example')
  expect(sent.filter((text) => rows.includes(text))).toEqual([])
  // Nor in what the file holds beside its rows, or in the log beside the file.
  const bytes = site.provider === 'sqlite' ? bytesBeside(site.url) : Buffer.alloc(0)
  expect(sent.filter((text) => bytes.includes(text))).toEqual([])
  // Planted: it would be found.
  await site.db.figure.create({ data: { kind: 'host', day: 1, subject: readerAddress(3), views: 1 } })
  expect((await dumpOf(site.db, site.provider)).join('\n')).toContain(readerAddress(3))
})

function bytesBeside(url: string): Buffer {
  const folder = dirname(url.slice('file:'.length))
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))
}
