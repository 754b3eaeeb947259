import { expect, test } from 'vitest'
import { daysOf, parseDateAddress } from './date-address'

test.each([
  [['2026'], { digits: '2026', page: 1 }],
  [['2026', '11'], { digits: '202611', page: 1 }],
  [['2026', '11', '22'], { digits: '20261122', page: 1 }],
  [['2026', '1', '2'], { digits: '20260102', page: 1 }],
  [['2026', '11', 'page', '3'], { digits: '202611', page: 3 }],
])('%j is a date', (segments, address) => {
  expect(parseDateAddress(segments)).toEqual(address)
})

test('a month that does not exist leads to its year, a day to its month', () => {
  expect(parseDateAddress(['2026', '13'])).toEqual({ movedTo: '2026' })
  expect(parseDateAddress(['2026', '02', '30'])).toEqual({ movedTo: '202602' })
})

test('an article’s path is no date', () => {
  expect(parseDateAddress(['2026', '11', '22', 'the-last-boat'])).toBeUndefined()
  expect(parseDateAddress(['1984'.slice(0, 3)])).toBeUndefined()
  expect(parseDateAddress(['2026', 'about'])).toBeUndefined()
  expect(parseDateAddress(['page', '2'])).toBeUndefined()
})

test('the days of a year, a month and a day', () => {
  expect(daysOf('2026')).toEqual({ from: 20260101, to: 20261231 })
  expect(daysOf('202602')).toEqual({ from: 20260201, to: 20260231 })
  expect(daysOf('20261122')).toEqual({ from: 20261122, to: 20261122 })
})
