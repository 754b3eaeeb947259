import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dependsOn } from '@/lib/page-context'
import { testDatabase } from '@/lib/testing/test-database'
import { Files } from './files'
import type { NextHandler } from './render'
import { testDoor } from './testing/test-door'

const ARTICLE = '<!DOCTYPE html><h1>An article</h1>'.padEnd(2_000, ' ')
const UPLOAD = '/wp-content/uploads/boat.txt'

const site = testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'broadsheet-door-'))
writeFileSync(join(folder, 'icon.txt'), 'an icon')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Everything that was asked of the renderer, in order. */
const asked: string[] = []
/** The policies that the renderer was told of, where its scripts' nonce stands. */
const policies: string[] = []
/** Thrown by every render, where it is set. */
let fault: { thrown: unknown } | null = null
beforeEach(() => {
  asked.length = 0
  fault = null
})

/** A renderer that draws one page at every address. */
const handle: NextHandler = async (req, res) => {
  asked.push(`${req.method} ${req.url} ${req.headers.cookie ?? ''}`.trim())
  const policy = req.headers['content-security-policy']
  if (policy) policies.push(String(policy))
  if (fault) throw fault.thrown
  dependsOn('everything')
  res.setHeader('content-type', 'text/html; charset=utf-8').end(ARTICLE)
}

const files = new Files(folder, join(folder, 'none'), folder)
const { door, pages, ask } = testDoor(site, handle, files)

test('what nobody may ask is refused before anything is looked for', async () => {
  const statuses = [
    (await ask('/icon.txt', { method: 'PUT' })).status,
    (await ask('//icon.txt')).status,
    (await ask('/icon.txt', { headers: { host: 'evil.example' } })).status,
  ]
  expect(statuses).toEqual([405, 400, 421])
  expect(asked).toEqual([])
})

test('health and files are answered without a render, what is no file with a page', async () => {
  expect((await ask('/healthz')).body.toString()).toBe('ok\n')
  expect((await ask('/icon.txt')).body.toString()).toBe('an icon')
  expect(asked).toEqual([])
  expect((await ask(UPLOAD)).body.toString()).toBe(ARTICLE)
  expect(asked).toEqual([`GET ${UPLOAD}`])
})

test('a page is rendered once for nobody, and a reader’s own for each request', async () => {
  for (const cookie of ['a=1', 'b=2']) expect((await ask('/kept/', { headers: { cookie } })).status).toBe(200)
  expect(asked).toEqual(['GET /kept/'])
  const headers = { cookie: 'comment_held=0', 'accept-encoding': 'gzip' }
  const own = await ask('/kept/', { headers })
  expect(gunzipSync(own.body).toString()).toBe(ARTICLE)
  expect(own.headers['cache-control']).toBe('private, no-store')
  await ask('/kept/?unapproved=1')
  expect(asked.slice(1)).toEqual(['GET /kept/ comment_held=0', 'GET /kept/?unapproved=1'])
})

test('a form of another website, and what is no form, reach no renderer', async () => {
  const post = (headers: Record<string, string>) => ask('/kept/', { method: 'POST', headers, body: 'comment=Words' })
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const foreign = await post({ ...form, origin: 'https://evil.example' })
  expect([foreign.status, foreign.body.toString()]).toEqual([403, expect.stringContaining('Words')])
  expect((await post({ ...form, origin: 'http://localhost' })).status).toBe(400)
  const toFile = await ask('/icon.txt', { method: 'POST', headers: form, body: '%24ACTION_ID_1=' })
  expect([toFile.status, toFile.headers.allow]).toEqual([405, 'GET, HEAD'])
  expect(asked).toEqual([])
})

test('a page of the newsroom is rendered for each request, kept by nobody, and its script has a nonce of its own', async () => {
  const first = await ask('/admin/people/', { headers: { cookie: 'a=1' } })
  const second = await ask('/%61dmin/people/', { headers: { cookie: 'b=2' } })
  expect(asked).toEqual(['GET /admin/people/ a=1', 'GET /%61dmin/people/ b=2'])
  const nonces = [first, second].map(
    ({ headers }) => /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1],
  )
  expect(nonces).toEqual(policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1]))
  expect(new Set(nonces).size).toBe(2)
  expect(first.headers).toMatchObject({
    'cache-control': 'no-store',
    'x-robots-tag': 'noindex, nofollow',
    'cross-origin-resource-policy': 'same-origin',
  })
  expect(first.headers.etag).toBeUndefined()
})

test('a form of the newsroom reaches the renderer from its own pages alone, Next’s own way too', async () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const post = (headers: Record<string, string>, body = '%24ACTION_ID_1=') =>
    ask('/admin/people/', { method: 'POST', headers, body })
  const refused = [
    await post({ ...form, origin: 'https://evil.example' }),
    await post({ ...form, origin: 'null' }),
    await post(form),
    await post({ ...form, origin: 'http://localhost', 'sec-fetch-site': 'cross-site' }),
    await post({ ...form, origin: 'http://localhost' }, 'name=Eve'),
    await post({ 'content-type': 'text/plain', 'next-action': '1', origin: 'https://evil.example' }, '[]'),
  ]
  expect(refused.map(({ status }) => status)).toEqual([403, 403, 403, 403, 400, 403])
  expect(asked).toEqual([])
  expect((await post({ ...form, origin: 'http://localhost', 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  expect(
    (await post({ 'content-type': 'text/plain', 'next-action': '1', origin: 'http://localhost' }, '[]')).status,
  ).toBe(200)
})

test('every answer bears the headers of all answers', async () => {
  for (const path of ['/healthz', '/icon.txt', '/kept/', '/kept/?unapproved=1']) {
    expect((await ask(path)).headers).toMatchObject({ 'x-content-type-options': 'nosniff' })
  }
})

test.each([
  ['a fault', new Error('a secret place in the code')],
  ['nothing', undefined],
  ['a text', 'a secret place in the code'],
])('a render that throws %s is a page with a number and no word of it', async (name, thrown) => {
  fault = { thrown }
  for (const path of [`/broken/${encodeURIComponent(name)}/`, '/broken/?unapproved=1']) {
    const { status, headers, body } = await ask(path)
    expect([status, headers['cache-control']]).toEqual([500, 'no-store'])
    expect(body.toString()).toMatch(/please mention [0-9a-f]{12}\./)
    expect(body.toString()).not.toContain('secret')
  }
})

test('a page that was kept is served while a newer one cannot be made', async () => {
  await ask('/lasting/')
  pages.change(new Set(['everything']))
  fault = { thrown: new Error('no') }
  expect((await ask('/lasting/')).status).toBe(200)
  expect(asked).toEqual(['GET /lasting/', 'GET /lasting/'])
})

test('without the database a page that was never kept asks to come back', async () => {
  fault = { thrown: Object.assign(new Error('no server'), { code: 'P1001' }) }
  const { status, headers } = await ask('/cold/')
  expect([status, headers['retry-after']]).toEqual([503, '5'])
})

test('a program is told in its own way that there is no answer, and nothing of why', async () => {
  const told = async (thrown: Error) => {
    fault = { thrown }
    const { status, headers, body } = await ask('/api/v1/articles/')
    return [status, headers['content-type'], headers['retry-after'], body.toString().includes('secret')]
  }
  const json = 'application/json; charset=utf-8'
  expect(await told(new Error('secret'))).toEqual([500, json, undefined, false])
  expect(await told(Object.assign(new Error('secret'), { code: 'P1001' }))).toEqual([503, json, '5', false])
})

test('searches without end are asked to come back; what is kept is answered, and so are others', async () => {
  const search = (words: string, address = '192.0.2.1', cookie = '') =>
    ask(`/search/?q=${words}`, { headers: { 'x-forwarded-for': address, cookie } })
  // The clock stands: on a busy machine another search would be allowed in the meantime.
  const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now())
  onTestFinished(() => clock.mockRestore())
  // A cookie that makes a page personal is no way around.
  for (let i = 0; i < 30; i++) await search(`word-${i}`, '192.0.2.1', i % 2 ? 'comment_held=0' : '')
  const { status, headers, body } = await search('one-more')
  expect([status, headers['retry-after'], headers['cache-control']]).toEqual([429, '2', 'no-store'])
  expect(body.toString()).toContain('try again in a few seconds')
  expect((await search('one-more', '192.0.2.1', 'comment_held=0')).status).toBe(429)
  expect((await search('word-28')).status).toBe(200)
  expect((await search('one-more', '192.0.2.2')).status).toBe(200)
  expect(asked).toHaveLength(31)
})

test('a process that ends keeps no connection', async () => {
  const connection = async () => (await ask('/kept/', { headers: { connection: 'keep-alive' } })).headers.connection
  expect(await connection()).toBe('keep-alive')
  door.isEnding = true
  expect(await connection()).toBe('close')
  door.isEnding = false
})

test('planted: where not even the failure can be told the request still ends', async () => {
  fault = { thrown: new Error('no') }
  Object.defineProperty(door, 'db', {
    get: () => {
      throw new Error('a secret place in the code')
    },
  })
  const { status, headers, body } = await ask('/cold/')
  expect([status, headers['content-type']]).toEqual([500, 'text/plain; charset=utf-8'])
  expect(body.toString()).toBe('This page could not be shown.\n')
})
