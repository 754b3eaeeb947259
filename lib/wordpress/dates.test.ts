import { expect, test } from 'vitest'
import { dateOfFeed, dayOf, momentOf, parseLocalTime, postDates, utcOf } from './dates'

test.each([
  ['2024-02-29 23:59:58', [2024, 2, 29, 23, 59, 58]],
  [' 2024-01-05T06:07:08 ', [2024, 1, 5, 6, 7, 8]],
  ['2024-01-05 06:07', [2024, 1, 5, 6, 7, 0]],
  ['0031-01-02 00:00:00', [31, 1, 2, 0, 0, 0]],
  ['0000-00-00 00:00:00', null],
  ['2023-02-29 00:00:00', null],
  ['2024-13-01 00:00:00', null],
  ['2024-01-01 24:00:00', null],
  ['2024-01-01 00:60:00', null],
  ['2024-01-01', null],
  ['1704067200', null],
  ['', null],
])('“%s” is read as %j', (text, time) => {
  expect(parseLocalTime(text)).toEqual(time)
})

test('a year below 100 is that year, not one of the last century', () => {
  expect(utcOf([31, 1, 2, 3, 4, 5]).toISOString()).toBe('0031-01-02T03:04:05.000Z')
  expect(dayOf([2024, 2, 9, 0, 0, 0])).toBe(20240209)
})

test.each([
  ['Sat, 02 Nov 2024 12:00:00 +0000', '2024-11-02T12:00:00.000Z'],
  ['2 Nov 2024 12:00:00 GMT', '2024-11-02T12:00:00.000Z'],
  ['Sat, 02 Nov 2024 12:00:00 -0330', '2024-11-02T15:30:00.000Z'],
  ['Mon, 30 Nov -0001 00:00:00 +0000', undefined],
  ['Sat, 99 Nov 2024 12:00:00 +0000', undefined],
  ['2024-11-02', undefined],
  ['', undefined],
])('the date of a feed “%s” is %s', (text, iso) => {
  expect(dateOfFeed(text)?.toISOString()).toBe(iso)
})

const NOTHING = '0000-00-00 00:00:00'
const exported = new Date('2025-01-01T00:00:00Z')
const dates = (fields: Record<string, string>, zone = 'Asia/Tehran') =>
  postDates(new Map(Object.entries(fields)), zone, exported)

test('UTC is taken as it stands, and the day is that of the site’s clocks', () => {
  // 23:40 in Tehran; by UTC the day before has four hours more to go, or the next has not begun.
  const { publishedAt, day } = dates({ post_date: '2024-03-20 23:40:00', post_date_gmt: '2024-03-20 20:10:00' })
  expect([publishedAt.toISOString(), day]).toEqual(['2024-03-20T20:10:00.000Z', 20240320])
  const next = dates({ post_date: '2024-03-21 01:10:00', post_date_gmt: '2024-03-20 21:40:00' })
  expect([next.publishedAt.toISOString(), next.day]).toEqual(['2024-03-20T21:40:00.000Z', 20240321])
})

test('a draft has a local time alone, which the zone tells the moment of', () => {
  const draft = { post_date: '2024-07-01 12:00:00', post_date_gmt: NOTHING }
  expect(dates(draft, 'Europe/Berlin').publishedAt.toISOString()).toBe('2024-07-01T10:00:00.000Z')
  expect(dates(draft, 'UTC').publishedAt.toISOString()).toBe('2024-07-01T12:00:00.000Z')
})

test('without either, the feed’s date is taken, then the last change, then that of the export', () => {
  const none = { post_date: NOTHING, post_date_gmt: NOTHING }
  const feed = { ...none, pubDate: 'Sat, 02 Nov 2024 12:00:00 +0000', post_modified_gmt: '2024-12-01 00:00:00' }
  expect(dates(feed)).toMatchObject({ publishedAt: new Date('2024-11-02T12:00:00Z'), day: 20241102, guessed: false })
  expect(dates({ ...feed, pubDate: '' })).toMatchObject({ publishedAt: new Date('2024-12-01T00:00:00Z') })
  expect(dates(none)).toEqual({ publishedAt: exported, day: 20250101, modifiedAt: null, guessed: true })
})

test('the last change is told by UTC, else by the site’s clocks', () => {
  const fields = new Map([['post_modified', '2024-01-01 12:00:00']])
  expect(momentOf(fields, 'post_modified', 'Europe/Berlin')?.toISOString()).toBe('2024-01-01T11:00:00.000Z')
  fields.set('post_modified_gmt', '2024-01-01 09:00:00')
  expect(momentOf(fields, 'post_modified', 'Europe/Berlin')?.toISOString()).toBe('2024-01-01T09:00:00.000Z')
  expect(momentOf(new Map(), 'post_modified', 'UTC')).toBeNull()
})
