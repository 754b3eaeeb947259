import { expect, test } from 'vitest'
import { MOST_ATTEMPTS, pauseAfter } from './backoff'

test('a job that failed waits 10 seconds, and twice as long each time after', () => {
  expect([1, 2, 3, 4].map(pauseAfter)).toEqual([10_000, 20_000, 40_000, 80_000])
})

test('it never waits longer than half an hour', () => {
  expect(pauseAfter(MOST_ATTEMPTS - 1)).toBe(30 * 60_000)
})

test('it is given up after ten attempts, also where somebody counted further', () => {
  expect([10, 11].map(pauseAfter)).toEqual([null, null])
})
