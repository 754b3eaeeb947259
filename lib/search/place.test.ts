import { expect, test } from 'vitest'
import { articleIdAt, placeOf } from './place'

const at = (time: string) => new Date(time)

test('later articles have higher places, of one minute the higher id', () => {
  const places = [
    placeOf(at('1799-01-01T00:00:00Z'), 9),
    placeOf(at('1969-12-31T23:59:00Z'), 8),
    placeOf(at('2026-11-22T06:30:00Z'), 5),
    placeOf(at('2026-11-22T06:30:59Z'), 6),
    placeOf(at('2026-11-22T06:31:00Z'), 4),
    placeOf(at('2309-12-31T00:00:00Z'), 1),
  ]
  expect(places.toSorted((a, b) => a - b)).toEqual(places)
  expect(places.every(Number.isSafeInteger)).toBe(true)
})

test('a place tells whose it is', () => {
  expect(articleIdAt(placeOf(at('2026-11-22T06:30:00Z'), 12_345))).toBe(12_345)
  expect(articleIdAt(placeOf(at('1500-01-01T00:00:00Z'), 2 ** 25 - 1))).toBe(2 ** 25 - 1)
})

test('an id that has no room is refused', () => {
  expect(() => placeOf(at('2026-11-22T06:30:00Z'), 2 ** 25)).toThrow(RangeError)
})
