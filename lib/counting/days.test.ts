import { expect, test } from 'vitest'
import { daysBefore, lastDays, momentOf } from './days'

test('days before, over the end of a month and of February', () => {
  expect(daysBefore(20261101, 1)).toBe(20261031)
  expect(daysBefore(20240301, 1)).toBe(20240229)
  expect(lastDays(20260102, 3)).toEqual([20251231, 20260101, 20260102])
})

test('a moment belongs to the hour that the clocks of the site show', () => {
  const at = new Date('2026-11-22T20:29:59Z')
  const minute = Math.floor(at.getTime() / 60_000)
  expect(momentOf('Asia/Tehran', at)).toEqual({ day: 20261122, hour: 23, minute })
  expect(momentOf('Asia/Tehran', new Date(at.getTime() + 1_000))).toMatchObject({ day: 20261123, hour: 0 })
})
