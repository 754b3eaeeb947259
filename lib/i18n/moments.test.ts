import { expect, test } from 'vitest'
import { dayWord, distance, hourAhead, whenWords } from './moments'

const now = new Date('2026-11-22T14:36:00Z')
const at = (text: string) => new Date(text)

test.each([
  ['2026-11-22T18:00:00Z', 'UTC', 'en', 'today'],
  ['2026-11-23T06:00:00Z', 'UTC', 'en', 'tomorrow'],
  ['2026-11-21T06:00:00Z', 'UTC', 'en', 'yesterday'],
  ['2026-11-24T06:00:00Z', 'UTC', 'en', 'Tuesday'],
  ['2026-12-01T06:00:00Z', 'UTC', 'en', '1 December 2026'],
  // 18:00 is past midnight in Tokyo, where it was 23:36 before.
  ['2026-11-22T18:00:00Z', 'Asia/Tokyo', 'en', 'tomorrow'],
  ['2026-11-22T18:00:00Z', 'UTC', 'ar', 'اليوم'],
  ['2026-11-23T18:00:00Z', 'UTC', 'fa', 'فردا'],
])('%s in %s is %s “%s”', (moment, zone, locale, word) => {
  expect(dayWord(at(moment), now, locale, zone)).toBe(word)
})

test.each([
  ['2026-11-22T18:00:00Z', 'en', 'in 3 hours'],
  ['2026-11-22T14:40:00Z', 'en', 'in 4 minutes'],
  ['2026-11-25T14:40:00Z', 'en', 'in 3 days'],
  ['2026-11-22T14:30:00Z', 'en', '6 minutes ago'],
  ['2026-11-22T14:35:30Z', 'en', '0 minutes ago'],
  ['2026-11-22T18:00:00Z', 'ar', 'خلال ٣ ساعات'],
  ['2026-11-22T18:00:00Z', 'fa', '۳ ساعت بعد'],
])('%s is, %s, “%s”', (moment, locale, words) => {
  expect(distance(at(moment), now, locale)).toBe(words)
})

test('the day and the time in one', () => {
  expect(whenWords(at('2026-11-21T18:20:00Z'), now, 'en', 'UTC')).toBe('yesterday, 18:20')
  expect(whenWords(at('2026-11-21T18:20:00Z'), now, 'fa', 'UTC')).toBe('دیروز، ۱۸:۲۰')
})

test.each([
  ['2026-11-22T14:36:00Z', 0],
  ['2026-11-22T15:35:59Z', 0],
  ['2026-11-23T14:35:59Z', 23],
  ['2026-11-23T14:36:00Z', null],
  ['2026-11-22T14:35:59Z', null],
])('%s stands at %s of the day that begins now', (moment, hour) => {
  expect(hourAhead(at(moment), now)).toBe(hour)
})
