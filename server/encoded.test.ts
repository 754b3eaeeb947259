import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { Encoded } from './encoded'

const text = Buffer.from('<p>The last boat leaves at nine.</p>'.repeat(200))

test('a page comes out of every coding as it went in', async () => {
  const page = new Encoded(text)
  expect(brotliDecompressSync((await page.in('br')).bytes)).toEqual(text)
  expect(gunzipSync((await page.in('gzip')).bytes)).toEqual(text)
  expect((await page.in('identity')).bytes).toEqual(text)
})

test('the plain bytes are not held once there is a coding', async () => {
  const page = new Encoded(text)
  expect(page.bytes).toBe(text.length)
  await page.in('gzip')
  expect(page.bytes).toBeLessThan(text.length / 10)
  expect(page.atHand('identity')).toBeUndefined()
})

test('each coding and level has its own tag, all from the same bytes', async () => {
  const page = new Encoded(text)
  const quick = await page.in('br')
  await page.improve()
  const best = await page.in('br')
  expect(page.isBest).toBe(true)
  const tags = [page.etag('br', quick.level), page.etag('br', best.level), page.etag('identity', 0)]
  expect(new Set(tags).size).toBe(3)
  for (const tag of tags) expect(tag).toContain(page.hash)
  expect(new Encoded(Buffer.from(`${text}!`)).hash).not.toBe(page.hash)
})

test('what is small already is left as it is', async () => {
  const small = Buffer.from('gone')
  const page = new Encoded(small)
  expect(await page.in('br')).toEqual({ bytes: small, level: 0 })
  await page.improve()
  expect(page.atHand('gzip')).toEqual({ bytes: small, level: 0 })
})
