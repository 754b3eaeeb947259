import { expect, test } from 'vitest'
import { SearchLimit } from './search-limit'

/** How many of `tries` searches at this moment an address gets. */
const allowed = (limit: SearchLimit, tries: number, address: string | ((i: number) => string), now = 0) =>
  Array.from({ length: tries }, (_, i) => (typeof address === 'string' ? address : address(i))).filter((from) =>
    limit.allows(from, now),
  ).length

test('an address gets thirty searches at once, and one more every two seconds', () => {
  const limit = new SearchLimit()
  expect(allowed(limit, 100, '192.0.2.7')).toBe(30)
  expect(allowed(limit, 100, '192.0.2.7', 1_999)).toBe(0)
  expect(allowed(limit, 100, '192.0.2.7', 2_000)).toBe(1)
  expect(allowed(limit, 100, '192.0.2.7', 12_000)).toBe(5)
  expect(allowed(limit, 100, '192.0.2.7', 100_000)).toBe(30)
})

test('each address has its own', () => {
  const limit = new SearchLimit()
  allowed(limit, 100, '192.0.2.7')
  expect(allowed(limit, 100, '192.0.2.8')).toBe(30)
})

test.each([
  ['2001:db8:1:2::9', '2001:db8:1:2:ffff::'],
  ['2001:db8::1', '2001:0db8:0:0:1:2:3:4'],
  ['2001:db8::1:2:3:4:5', '2001:db8:0:1::7'],
  ['::ffff:192.0.2.9', '192.0.2.9'],
])('%s and %s are one reader', (one, other) => {
  const limit = new SearchLimit()
  expect(allowed(limit, 100, (i) => (i % 2 ? one : other))).toBe(30)
})

test('neighbouring networks are two readers', () => {
  const limit = new SearchLimit()
  expect(allowed(limit, 200, (i) => (i % 2 ? '2001:db8:1:2::9' : '2001:db8:1:3::9'))).toBe(60)
})

test('a proxy on the same machine that names no reader is not counted', () => {
  const limit = new SearchLimit()
  expect(allowed(limit, 100, '127.0.0.1')).toBe(100)
  expect(allowed(limit, 100, '::1')).toBe(100)
})

test('a crowd of addresses is forgotten from its oldest', () => {
  const limit = new SearchLimit()
  allowed(limit, 100, '192.0.2.7')
  allowed(limit, 20_000, (i) => `10.${i >> 16}.${(i >> 8) & 255}.${i & 255}`)
  expect(allowed(limit, 100, '192.0.2.7')).toBe(30)
})
