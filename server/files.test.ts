import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { serving } from '@/lib/testing/ask'
import { Files } from './files'
import { targetOf } from './page-address'

const folder = mkdtempSync(join(tmpdir(), 'broadsheet-files-'))
const at = (path: string) => join(folder, path)
const sheet = 'body { color: black }\n'.repeat(200)
const key = '0123456789abcdef0123456789abcdef'
for (const dir of ['public/assets', 'static', 'media/wp-content/uploads/2019', `media/${key}`])
  mkdirSync(at(dir), { recursive: true })
writeFileSync(at('public/assets/site-1.css'), sheet)
writeFileSync(at('public/favicon.ico'), Buffer.alloc(3_000, 7))
writeFileSync(at('media/secret'), 'not an upload')
writeFileSync(at('media/wp-content/uploads/2019/قارب بحري.jpg'), Buffer.alloc(3_000, 9))
writeFileSync(at('media/wp-content/uploads/2019/page.html'), '<script>alert(1)</script>')
for (const name of ['700x400.jpg', '320.avif', 'page.html'])
  writeFileSync(at(`media/${key}/${name}`), Buffer.alloc(3_000, 5))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const files = new Files(at('public'), at('static'), at('media'))
const ask = serving(async (req, res) => {
  if (!(await files.answer(req, res, targetOf(req.url ?? '').path))) res.writeHead(404).end('a page')
})

test('a style sheet is packed, kept for ever, and known by its tag', async () => {
  const { headers, body } = await ask('/assets/site-1.css', { headers: { 'accept-encoding': 'gzip' } })
  expect(headers).toMatchObject({ 'content-encoding': 'gzip', 'content-type': 'text/css; charset=utf-8' })
  expect(headers['cache-control']).toContain('immutable')
  expect(gunzipSync(body).toString()).toBe(sheet)
  const again = await ask('/assets/site-1.css', { headers: { 'if-none-match': headers.etag ?? '' } })
  expect([again.status, again.body.length]).toEqual([304, 0])
})

test('other files of the site come whole or in parts', async () => {
  const whole = await ask('/favicon.ico')
  expect([whole.status, whole.body.length]).toEqual([200, 3_000])
  expect(whole.headers['cache-control']).not.toContain('immutable')
  const part = await ask('/favicon.ico', { headers: { range: 'bytes=0-99' } })
  expect([part.status, part.body.length]).toEqual([206, 100])
})

test('a part that a file does not have, and a version that it is not, are no page', async () => {
  const beyond = await ask('/favicon.ico', { headers: { range: 'bytes=5000-6000' } })
  expect([beyond.status, beyond.body.length, beyond.headers['content-range']]).toEqual([416, 0, 'bytes */3000'])
  const other = await ask('/favicon.ico', { headers: { 'if-match': '"other"' } })
  expect([other.status, other.body.length]).toEqual([412, 0])
})

test('the archive’s files are at their old addresses, and run nothing', async () => {
  const image = await ask(`/wp-content/uploads/2019/${encodeURIComponent('قارب بحري')}.jpg`)
  expect([image.status, image.body.length, image.headers['content-type']]).toEqual([200, 3_000, 'image/jpeg'])
  expect(image.headers['content-security-policy']).toContain('sandbox')
  const page = await ask('/wp-content/uploads/2019/page.html')
  expect(page.headers['content-disposition']).toBe('attachment')
  expect(page.headers['content-security-policy']).toContain('sandbox')
})

test.each([
  ['700x400.jpg', 'image/jpeg'],
  ['320.avif', 'image/avif'],
])('what was made of an upload is kept for ever and runs nothing: %s', async (name, type) => {
  const image = await ask(`/media/${key}/${name}`)
  expect([image.status, image.body.length, image.headers['content-type']]).toEqual([200, 3_000, type])
  expect(image.headers['cache-control']).toContain('immutable')
  expect(image.headers['content-security-policy']).toContain('sandbox')
  const part = await ask(`/media/${key}/${name}`, { headers: { range: 'bytes=0-99' } })
  expect([part.status, part.body.length]).toEqual([206, 100])
  const known = await ask(`/media/${key}/${name}`, { headers: { 'if-none-match': image.headers.etag ?? '' } })
  expect(known.status).toBe(304)
})

test.each([
  `/media/${key}/page.html`,
  `/media/${key}/640.webp`,
  `/media/${key}/`,
  `/media/${key}/../secret`,
  '/media/secret',
  '/media/wp-content/uploads/2019/page.html',
  '/wp-content/uploads/../../../etc/passwd',
  '/wp-content/uploads/%2e%2e/%2e%2e/secret',
  '/wp-content/uploads/..%2f..%2fsecret',
  '/wp-content/uploads/../../secret',
  '/wp-content/uploads/%00',
  '/wp-content/uploads/2019/',
  '/wp-content/uploads/2019',
  '/wp-content/uploads/2019/missing.jpg',
  '/assets/../../media/secret',
  '/assets/',
  '/nothing.css',
])('%s is no file', async (path) => {
  const { status, body } = await ask(path)
  expect([status, body.toString()]).toEqual([404, 'a page'])
})
