import { beforeAll, beforeEach, expect, test } from 'vitest'
import { transact } from '@/lib/invalidation'
import { writeSetting } from '@/lib/site/mutations'
import { TELLING_KEY } from '@/lib/telling/settings'
import { addArticle } from '@/lib/testing/articles'
import { testDatabase } from '@/lib/testing/test-database'
import type { NextHandler } from './render'
import { testDoor } from './testing/test-door'

const KEY = '0123456789abcdef0123456789abcdef'
const site = testDatabase()
const handle: NextHandler = async (_, res) => {
  res.writeHead(404, { 'content-type': 'text/html' }).end('<p>a page</p>')
}
const { ask } = testDoor(site, handle)

beforeAll(async () => {
  await addArticle(site.db, { slug: 'boat' })
})
beforeEach(async () => {
  await site.db.job.deleteMany()
  await set({ indexNow: true, indexNowKey: KEY, receiveWebmentions: true, receivePingbacks: true })
})

const set = (telling: Record<string, string | boolean>) =>
  transact(site.db, (tx) => writeSetting(tx, TELLING_KEY, telling))
const waiting = () => site.db.job.findMany({ where: { kind: 'mention.hear' }, select: { payload: true } })

const SOURCE = 'https://other.example/post?a=1&b=2'
const TARGET = 'http://localhost:3000/boat/'
let clients = 0
const post = async (path: string, body: string, from = `2001:db8:${++clients}::1`) => {
  const {
    status,
    body: said,
    headers,
  } = await ask(path, { method: 'POST', body, headers: { 'x-forwarded-for': from } })
  return { status, said: said.toString(), type: headers['content-type'], retryAfter: headers['retry-after'] }
}
const form = (source: string, target: string) => new URLSearchParams({ source, target }).toString()
const call = (method: string, ...texts: string[]) => {
  const params = texts.map((text) => `<param><value><string>${text.replaceAll('&', '&amp;')}</string></value></param>`)
  return `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${params.join('')}</params></methodCall>`
}
const code = (said: string) => Number(/<int>(-?\d+)<\/int>/.exec(said)?.[1])

test('a mention from another site is taken without a page of ours, and looked at later', async () => {
  expect(await post('/webmention/', form(SOURCE, TARGET), '192.0.2.7')).toMatchObject({ status: 202 })
  expect(await waiting()).toMatchObject([
    { payload: { kind: 'WEBMENTION', source: SOURCE, target: '/boat', address: '192.0.2.7' } },
  ])
})

test('what is none is refused with a sentence', async () => {
  const answers = [
    await post('/webmention/', ''),
    await post('/webmention/', form('https://other.example/', 'https://third.example/')),
    await post('/webmention/', 'x'.repeat(20_000)),
  ]
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 413])
  for (const { said, type } of answers)
    expect([said, type]).toEqual([expect.stringMatching(/^The|^That/), 'text/plain; charset=utf-8'])
  const { status, headers } = await ask('/webmention/')
  expect([status, headers.allow]).toEqual([405, 'POST'])
  expect(await waiting()).toEqual([])
})

test('pingback.ping is answered, and nothing else that WordPress had there', async () => {
  const pinged = await post('/xmlrpc.php', call('pingback.ping', SOURCE, TARGET))
  expect(pinged).toMatchObject({
    status: 200,
    type: 'text/xml; charset=utf-8',
    said: expect.stringContaining('Thank you'),
  })
  expect(await waiting()).toMatchObject([{ payload: { kind: 'PINGBACK', source: SOURCE } }])
  const faults = [
    call('system.multicall', 'x'),
    call('wp.getUsersBlogs', 'admin', 'password'),
    call('pingback.extensions.getPingbacks', TARGET),
    call('pingback.ping', SOURCE),
    call('pingback.ping', SOURCE, TARGET, TARGET),
    call('pingback.ping', 'x', TARGET),
    call('pingback.ping', SOURCE, 'http://localhost:3000/none/'),
    'not xml',
    '',
    'x'.repeat(20_000),
  ]
  const codes: number[] = []
  for (const body of faults) codes.push(code((await post('/xmlrpc.php', body)).said))
  expect(codes).toEqual([-32601, -32601, -32601, -32602, -32602, 16, 32, -32700, -32700, -32700])
  expect((await ask('/xmlrpc.php')).status).toBe(405)
  expect(await waiting()).toHaveLength(1)
})

test('one network says so much and no more, at whichever of the doors', async () => {
  const from = '198.51.100.9'
  const mentions = Array.from({ length: 40 }, (_, i) => form(`https://other.example/${i}`, TARGET))
  const statuses = await Promise.all(mentions.map((body) => post('/webmention/', body, from)))
  const taken = statuses.filter(({ status }) => status === 202)
  // On a slow machine one more every two seconds is right.
  expect(taken.length).toBeGreaterThanOrEqual(30)
  expect(statuses.find(({ status }) => status !== 202)).toMatchObject({ status: 429, retryAfter: '600' })
  const calls = Array.from({ length: 20 }, () => post('/xmlrpc.php', call('pingback.ping', SOURCE, TARGET), from))
  expect((await Promise.all(calls)).map(({ said }) => code(said))).toContain(49)
})

test('the key stands where search engines look for it, and no other does', async () => {
  const { status, body, headers } = await ask(`/${KEY}.txt`)
  expect([status, body.toString(), headers['content-type']]).toEqual([200, KEY, 'text/plain; charset=utf-8'])
  expect((await ask(`/${KEY.replace('0', 'f')}.txt`)).status).toBe(404)
})

test('switched off, these addresses are what they were', async () => {
  await set({ indexNowKey: KEY })
  const statuses = [
    (await ask(`/${KEY}.txt`)).status,
    (await ask('/webmention/')).status,
    (await post('/webmention/', form(SOURCE, TARGET))).status,
    (await post('/xmlrpc.php', call('pingback.ping', SOURCE, TARGET))).status,
  ]
  expect(statuses).toEqual([404, 404, 403, 410])
  expect(await waiting()).toEqual([])
})
