import { expect, test } from 'vitest'
import { acceptedCoding, isKnown, isUnmodified } from './conditional'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['GZIP;Q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.1, gzip;q=0.9', 'gzip'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['identity', 'identity'],
  ['identity;q=1, gzip;q=0.5', 'identity'],
  ['identity;q=0.5, gzip;q=0.5', 'gzip'],
  ['gzip;q=nonsense', 'identity'],
  [',;;,', 'identity'],
])('Accept-Encoding %s takes %s', (header, coding) => {
  expect(acceptedCoding(header)).toBe(coding)
})

test.each([
  ['"abc"', true],
  ['"abc-br4"', true],
  ['W/"abc-gzip9"', true],
  ['"x", "abc-br11"', true],
  ['"abcd"', false],
  ['"x"', false],
  [undefined, false],
])('If-None-Match %s', (header, known) => {
  expect(isKnown(header, 'abc')).toBe(known)
})

const NINE = 'Sun, 22 Nov 2026 09:00:00 GMT'

test.each([
  [NINE, NINE, true],
  ['Sun, 22 Nov 2026 09:00:01 GMT', NINE, true],
  ['Sun, 22 Nov 2026 08:59:59 GMT', NINE, false],
  ['nonsense', NINE, false],
  [undefined, NINE, false],
  [NINE, undefined, false],
])('If-Modified-Since %s of what changed %s', (since, changed, unmodified) => {
  expect(isUnmodified(since, changed)).toBe(unmodified)
})
