import { expect, test } from 'vitest'
import { localIn, momentIn } from './local-time'

test.each([
  ['UTC', '2026-11-22T18:00', '2026-11-22T18:00:00.000Z'],
  ['Asia/Tehran', '2026-11-22T23:30', '2026-11-22T20:00:00.000Z'],
  ['Europe/London', '2026-10-25T01:30', '2026-10-25T00:30:00.000Z'],
  ['Europe/London', '2026-03-29T01:30', '2026-03-29T01:30:00.000Z'],
])('in %s clocks show %s at %s', (zone, local, moment) => {
  expect(momentIn(zone, local)?.toISOString()).toBe(moment)
})

test.each(['', 'tomorrow', '2026-13-01T00:00', '2026-01-01T24:00', '2026-01-01', '2026-01-01T00:00:00Z'])(
  '“%s” is no time',
  (local) => {
    expect(momentIn('UTC', local)).toBeNull()
  },
)

test.each([
  ['UTC', '2026-11-22T18:00'],
  ['Asia/Tehran', '2026-11-22T23:30'],
  ['America/New_York', '2026-03-08T03:10'],
])('in %s the moment of %s is shown as that again', (zone, local) => {
  expect(localIn(zone, momentIn(zone, local) ?? new Date(0))).toBe(local)
})
