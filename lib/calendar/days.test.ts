import { expect, test } from 'vitest'
import { dayIn, instantOf, isDay, monthOfDay, nextMidnight, noonOf, yearOf, zoneOffset } from './days'

const at = (iso: string) => new Date(iso)

test('23:30 in Tehran is still that day, though in Greenwich it is eight in the evening', () => {
  expect(dayIn('Asia/Tehran', at('2026-11-22T20:00:00Z'))).toBe(20261122)
  expect(dayIn('Asia/Tehran', at('2026-11-22T20:30:00Z'))).toBe(20261123)
})

test('the day on which the clocks go back has twenty-five hours', () => {
  expect(dayIn('Europe/Berlin', at('2026-10-24T22:00:00Z'))).toBe(20261025)
  expect(dayIn('Europe/Berlin', at('2026-10-25T22:59:59Z'))).toBe(20261025)
  expect(dayIn('Europe/Berlin', at('2026-10-25T23:00:00Z'))).toBe(20261026)
})

test('where the clocks went back at midnight the hour that came twice belongs to the old day', () => {
  // Tehran until 2022: 24:00 became 23:00.
  expect(dayIn('Asia/Tehran', at('2022-09-21T19:29:59Z'))).toBe(20220921)
  expect(dayIn('Asia/Tehran', at('2022-09-21T19:30:00Z'))).toBe(20220921)
  expect(dayIn('Asia/Tehran', at('2022-09-21T20:30:00Z'))).toBe(20220922)
})

test('a local time is one moment: the first of two, and as long after the change for one that is left out', () => {
  expect(instantOf('Europe/Berlin', 2026, 11, 22, 6, 30)).toEqual(at('2026-11-22T05:30:00Z'))
  expect(instantOf('Europe/Berlin', 2026, 10, 25, 2, 30)).toEqual(at('2026-10-25T00:30:00Z'))
  expect(instantOf('Europe/Berlin', 2026, 3, 29, 2, 30)).toEqual(at('2026-03-29T01:30:00Z'))
  expect(instantOf('Asia/Tehran', 2026, 11, 22, 23, 30)).toEqual(at('2026-11-22T20:00:00Z'))
})

test('midnight is the zone’s, also on the day of the change', () => {
  expect(nextMidnight('Europe/Berlin', at('2026-10-25T12:00:00Z'))).toEqual(at('2026-10-25T23:00:00Z'))
  expect(nextMidnight('Asia/Tehran', at('2026-11-22T20:29:00Z'))).toEqual(at('2026-11-22T20:30:00Z'))
  expect(nextMidnight('UTC', at('2026-12-31T23:59:59Z'))).toEqual(at('2027-01-01T00:00:00Z'))
})

test('offsets east and west', () => {
  expect(zoneOffset('Asia/Tehran', at('2026-11-22T00:00:00Z'))).toBe(3.5 * 3_600_000)
  expect(zoneOffset('America/St_Johns', at('2026-11-22T00:00:00Z'))).toBe(-3.5 * 3_600_000)
})

test('days that do not exist', () => {
  expect(isDay(2024, 2, 29)).toBe(true)
  expect(isDay(2023, 2, 29)).toBe(false)
  expect(isDay(2026, 13, 1)).toBe(false)
  expect(isDay(2026, 0, 1)).toBe(false)
})

test('a day’s parts', () => {
  expect(monthOfDay(20261122)).toBe(202611)
  expect(yearOf(20261122)).toBe(2026)
  expect(noonOf(20261122)).toEqual(at('2026-11-22T12:00:00Z'))
})
