import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { serving } from '@/lib/testing/ask'
import { Encoded } from './encoded'
import { send, sendEncoded, sendPersonal } from './send'

const text = '<p>A page of some length.</p>'.repeat(100)
const page = new Encoded(Buffer.from(text))
const type = { 'content-type': 'text/html' }
const LAST_MODIFIED = 'Sun, 22 Nov 2026 09:00:00 GMT'

const ask = serving(async (req, res) => {
  const { pathname, searchParams } = new URL(req.url ?? '', 'http://localhost')
  const status = Number(searchParams.get('status') ?? 200)
  if (pathname === '/feed') await sendEncoded(req, res, status, { ...type, 'last-modified': LAST_MODIFIED }, page)
  if (pathname === '/kept') await sendEncoded(req, res, status, type, page)
  const headers = { ...type, etag: '"theirs"', vary: 'rsc', 'content-length': '7', 'transfer-encoding': 'chunked' }
  const rendered = { status, headers, body: Buffer.from(searchParams.has('empty') ? '' : text) }
  if (pathname === '/personal') await sendPersonal(req, res, rendered)
  if (pathname === '/plain') send(req, res, rendered)
})
const taking = (coding: string) => ({ headers: { 'accept-encoding': coding } })

test('a kept page comes in the coding its reader takes, and varies on nothing else', async () => {
  const brotli = await ask('/kept', taking('gzip, br'))
  expect(brotli.headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding', ...type })
  expect(brotliDecompressSync(brotli.body).toString()).toBe(text)
  const gzip = await ask('/kept', taking('gzip'))
  expect(gunzipSync(gzip.body).toString()).toBe(text)
  const plain = await ask('/kept')
  expect([plain.headers['content-encoding'], plain.body.toString()]).toEqual([undefined, text])
  expect(new Set([brotli, gzip, plain].map(({ headers }) => headers.etag)).size).toBe(3)
})

test('who has the page in any coding is told so, with what a new answer would say of it', async () => {
  const { etag = '' } = (await ask('/kept', taking('br'))).headers
  const again = await ask('/kept', { headers: { 'accept-encoding': 'gzip', 'if-none-match': etag } })
  expect([again.status, again.body.length]).toEqual([304, 0])
  expect(again.headers).toMatchObject({ vary: 'Accept-Encoding', etag: expect.stringContaining('-gzip') })
  expect(again.headers).not.toHaveProperty('content-type')
  const missing = await ask('/kept?status=404', { headers: { 'if-none-match': etag } })
  expect(missing.status).toBe(404)
})

test('who has a feed by its time is told so; a tag that is another counts for more', async () => {
  const since = { 'if-modified-since': LAST_MODIFIED }
  expect((await ask('/feed', { headers: since })).status).toBe(304)
  expect((await ask('/feed', { headers: { ...since, 'if-none-match': '"other"' } })).status).toBe(200)
  expect((await ask('/kept', { headers: since })).status).toBe(200)
})

test.each(['br', 'gzip', 'identity'])('HEAD says the length of what GET sends: %s', async (coding) => {
  const get = await ask('/kept', taking(coding))
  const head = await ask('/kept', { ...taking(coding), method: 'HEAD' })
  expect(head.body.length).toBe(0)
  expect(head.headers).toMatchObject({ 'content-length': String(get.body.length), etag: get.headers.etag })
})

test('what is one reader’s own is packed, and can be kept and known by nobody', async () => {
  const { headers, body } = await ask('/personal', taking('gzip'))
  expect(gunzipSync(body).toString()).toBe(text)
  expect(headers).toMatchObject({ 'cache-control': 'private, no-store', vary: 'Accept-Encoding' })
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers).not.toHaveProperty('etag')
  expect((await ask('/personal')).body.toString()).toBe(text)
})

test('the length is that of what is sent, whatever the page had said of itself', async () => {
  const plain = await ask('/plain')
  expect([plain.headers['content-length'], plain.body.toString()]).toEqual([String(text.length), text])
  expect((await ask('/plain', { method: 'HEAD' })).headers['content-length']).toBe(String(text.length))
  // Nobody drew the body.
  expect((await ask('/plain?empty', { method: 'HEAD' })).headers).not.toHaveProperty('content-length')
  expect((await ask('/plain?status=204&empty')).headers).not.toHaveProperty('content-length')
})
