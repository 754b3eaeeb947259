import type { APIRequestContext } from '@playwright/test'
import { may, ROLES } from '@/lib/auth/permissions'
import type { UploadAnswer } from '@/lib/media/upload'
import { drawing } from '@/lib/testing/uploads/material'
import { enterAs } from './newsroom'
import { expect, sql, test } from './site'

const PATH = '/admin/media/upload/'
const origin = () => process.env.BASE_URL ?? ''

let seed = Math.floor(Date.now() / 1_000) % 100_000
/** An image that nobody has sent before. */
const newImage = () => drawing(++seed, 700, 400).jpeg().toBuffer()

async function send(request: APIRequestContext, data: Buffer, headers: Record<string, string> = {}) {
  const answer = await request.post(PATH, {
    data,
    headers: { origin: origin(), 'x-file-name': 'boat.jpg', ...headers },
  })
  return { status: answer.status(), body: (await answer.json()) as UploadAnswer }
}

test('whoever may upload can, and nobody else', async ({ page, request }) => {
  test.setTimeout(90_000)
  const image = await newImage()
  expect(await send(request, image)).toMatchObject({ status: 401, body: { ok: false, reason: 'signedOut' } })
  for (const role of ROLES) {
    await page.context().clearCookies()
    await enterAs(page, role)
    const { status } = await send(page.request, image)
    expect([role, status]).toEqual([role, may({ role }, 'media.upload') ? 200 : 403])
  }
  expect(sql('SELECT id FROM AuditEvent WHERE act = ? ORDER BY id DESC', 'media.upload').length).toBeGreaterThan(0)
})

test('an upload that another website sends is refused, with a session and all', async ({ page }) => {
  await enterAs(page, 'ADMIN')
  const image = await newImage()
  const before = sql('SELECT id FROM Media').length
  for (const headers of [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ]) {
    expect([headers, (await send(page.request, image, headers)).status]).toEqual([headers, 403])
  }
  expect(sql('SELECT id FROM Media')).toHaveLength(before)
  expect((await page.request.get(PATH)).status()).toBe(404)
})

test('what was uploaded is kept for ever, runs nothing, and comes in parts', async ({ page, request }) => {
  await enterAs(page, 'CONTRIBUTOR')
  const { body } = await send(page.request, await newImage())
  if (!body.ok) throw new Error(body.reason)
  const { src } = body.picture
  for (const [path, type] of [
    [src, 'image/jpeg'],
    [src.replace(/\d+x\d+\.jpg$/, '320.webp'), 'image/webp'],
  ] as const) {
    const whole = await request.get(path)
    expect(whole.headers()).toMatchObject({
      'content-type': type,
      'x-content-type-options': 'nosniff',
      'cache-control': expect.stringContaining('immutable'),
      'content-security-policy': expect.stringContaining('sandbox'),
      'cross-origin-resource-policy': 'cross-origin',
    })
    const part = await request.get(path, { headers: { range: 'bytes=0-9' } })
    expect([part.status(), (await part.body()).length]).toEqual([206, 10])
    const known = await request.get(path, { headers: { 'if-none-match': whole.headers().etag ?? '' } })
    expect(known.status()).toBe(304)
  }
  expect((await request.get(src.replace(/\d+x\d+/, '1x1'))).status()).toBe(404)
  expect((await request.get('/media/../secret')).status()).toBe(404)
  expect((await request.post(src)).status()).toBe(405)
})

test('each refusal is a word that the page has a sentence for', async ({ page }) => {
  await enterAs(page, 'CONTRIBUTOR')
  const image = await newImage()
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  expect(await send(page.request, svg)).toMatchObject({ status: 415, body: { reason: 'svg' } })
  expect(await send(page.request, Buffer.from('%PDF-1.7'))).toMatchObject({
    status: 415,
    body: { reason: 'otherType' },
  })
  const half = image.subarray(0, image.length / 2)
  expect(await send(page.request, half)).toMatchObject({ status: 422, body: { reason: 'damaged' } })
  const large = Buffer.concat([image, Buffer.alloc(25 * 1024 * 1024)])
  expect(await send(page.request, large)).toMatchObject({ status: 413, body: { reason: 'tooLarge' } })
})
