import { beforeEach, expect, test } from 'vitest'
import { dependsOn, isLed } from '@/lib/page-context'
import { foldAddress } from '@/lib/redirects/address'
import { testDatabase } from '@/lib/testing/test-database'
import type { NextHandler } from './render'
import { testDoor } from './testing/test-door'

const PAGE = '<!DOCTYPE html><h1>A page</h1>'.padEnd(2_000, ' ')
/** The redirect that answers at /led/. */
const LED = 5

const site = testDatabase()
/** Everything that was asked of the renderer, in order. */
const asked: string[] = []
beforeEach(() => {
  asked.length = 0
})

/** A renderer with a redirect, addresses at which nothing is, and one page at all others. */
const handle: NextHandler = async (req, res) => {
  asked.push(`${req.method} ${req.url}`)
  dependsOn('everything')
  if (req.url === '/led/') isLed(LED)
  if (/^\/nothing/i.test(req.url ?? '')) res.statusCode = 404
  res.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE)
}

const { door, ask } = testDoor(site, handle)

test('a kept answer of a redirect is counted as often as it is asked for, in every coding', async () => {
  const address = { fromPath: '/led/', fromFolded: '/led', toPath: '/x/' }
  await site.db.redirect.create({ data: { id: LED, ...address } })
  for (const encoding of ['br', 'br', 'gzip', 'br']) await ask('/led/', { headers: { 'accept-encoding': encoding } })
  expect(asked).toHaveLength(1)
  await door.redirectHits.writeAll(site.db)
  expect((await site.db.redirect.findUniqueOrThrow({ where: { id: LED } })).hits).toBe(4)
})

test('a redirect of a query answers where nothing lives, for a reader of their own too, and is counted', async () => {
  const add = (id: number, fromPath: string, toPath: string, status = 301) =>
    site.db.redirect.create({ data: { id, fromPath, fromFolded: foldAddress(fromPath), toPath, status } })
  const at = async (url: string, cookie = 'a=1') => {
    const { status, headers } = await ask(url, { headers: { cookie } })
    return [status, headers.location]
  }
  const url = '/nothing.php?id=3'
  // Kept as missing, and asked for often enough to go the shortest way.
  for (let i = 0; i < 3; i++) expect(await at(url)).toEqual([404, undefined])
  await add(60, url, '/x/')
  await add(61, '/nothing.php?id=4', '', 410)
  await add(62, '/lives/?id=3', '/x/')
  await add(LED + 1, '/led/?id=3', 'https://elsewhere.example/')
  expect([await at(url), await at(`/Nothing.php?id=3`), await at(url, 'comment_held=0')]).toEqual(
    Array(3).fill([301, '/x/']),
  )
  expect(await at('/nothing.php?id=4')).toEqual([410, undefined])
  expect((await ask('/nothing.php?id=4')).body.toString()).toContain('This page is gone')
  // Exactly so and not otherwise; never where something lives, and before the redirect of the path alone.
  expect([await at('/nothing.php?id=3&x=1'), await at('/nothing.php')]).toEqual(Array(2).fill([404, undefined]))
  expect(await at('/lives/?id=3')).toEqual([200, undefined])
  expect(await at('/led/?id=3')).toEqual([301, 'https://elsewhere.example/'])
  // What is missing is kept for seconds, and rendered again where this took longer.
  expect(new Set(asked).size).toBe(4)
  await door.redirectHits.writeAll(site.db)
  const hits = await site.db.redirect.findMany({ where: { id: { gte: 60 } }, orderBy: { id: 'asc' } })
  expect(hits.map((row) => row.hits)).toEqual([3, 2, 0])
})
