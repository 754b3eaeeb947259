import { expect, test } from 'vitest'
import { zoneOffset } from '@/lib/calendar/days'
import { ClockSamples, guessTimeZone } from './time-zone'

const HOUR_MS = 3_600_000
/** What a site in `zone` would have written at these moments. */
const pairsIn = (zone: string, ...moments: string[]) =>
  moments.map((moment) => {
    const utc = Date.parse(moment)
    return { utc, local: utc + zoneOffset(zone, new Date(utc)) }
  })
const SUMMER = '2024-07-01T12:00:00Z'
const WINTER = '2024-01-01T12:00:00Z'

test.each([
  ['Europe/London', 'en-GB', [SUMMER, WINTER]],
  ['America/New_York', 'en-US', [SUMMER, WINTER]],
  ['America/Toronto', 'en-CA', [SUMMER, WINTER]],
  ['Asia/Tehran', 'fa-IR', [WINTER]],
  ['Asia/Kabul', 'fa-AF', [WINTER]],
  ['Asia/Riyadh', 'ar', [SUMMER, WINTER]],
  ['Europe/Berlin', 'de-DE', [SUMMER, WINTER]],
  ['Asia/Dhaka', 'bn-BD', [WINTER]],
  ['Asia/Kathmandu', 'ne-NP', [WINTER]],
  ['Asia/Kolkata', 'en-IN', [WINTER]],
  ['America/Puerto_Rico', 'en-US', [SUMMER, WINTER]],
])('%s is found of the site’s dates and its language %s', (zone, language, moments) => {
  expect(guessTimeZone(pairsIn(zone, ...moments), language)).toEqual({
    zone,
    fitting: moments.length,
    pairs: moments.length,
  })
})

test('half an hour and the day of the change tell zones apart that agree else', () => {
  // Tehran moved its clocks in 2021, Kabul (an hour away) and Riyadh do not.
  const { zone } = guessTimeZone(pairsIn('Asia/Tehran', '2021-07-01T12:00:00Z', WINTER), 'en-US')
  expect(zone).toBe('Asia/Tehran')
})

test('clocks that show UTC are UTC, whatever the language', () => {
  expect(guessTimeZone(pairsIn('UTC', SUMMER, WINTER), 'en-GB').zone).toBe('UTC')
  expect(guessTimeZone([], 'fa-IR')).toEqual({ zone: 'UTC', fitting: 0, pairs: 0 })
})

test('a few wrong dates do not matter; it is said how many fit', () => {
  const right = Array.from({ length: 40 }, (_, i) => `2024-0${1 + (i % 9)}-11T05:00:00Z`)
  const wrong = { utc: Date.parse(SUMMER), local: Date.parse(SUMMER) + 7.1 * HOUR_MS }
  const guess = guessTimeZone([...pairsIn('Europe/Berlin', ...right), wrong], 'de-DE')
  expect(guess).toEqual({ zone: 'Europe/Berlin', fitting: 40, pairs: 41 })
})

test.each(['no language!', '', 'constructor', '-'])('the language “%s” is no reason to fail', (language) => {
  expect(guessTimeZone(pairsIn('Europe/Berlin', SUMMER, WINTER), language).fitting).toBe(2)
})

test('of many dates some are kept, from the first to the last', () => {
  const samples = new ClockSamples()
  for (let i = 0; i < 10_000; i++) samples.add({ utc: i, local: i })
  const kept = samples.pairs.map(({ utc }) => utc)
  expect(kept.length).toBeGreaterThan(200)
  expect(kept.length).toBeLessThan(500)
  expect(kept[0]).toBe(0)
  expect(kept.at(-1)).toBeGreaterThan(9_900)
  expect(new Set(kept.slice(1).map((utc, i) => utc - (kept[i] ?? 0))).size).toBe(1)
})
