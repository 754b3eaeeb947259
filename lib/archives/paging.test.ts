import { expect, test } from 'vitest'
import { pageCount, pageStart } from './paging'

const months = [
  { month: 202611, articles: 12 },
  { month: 202610, articles: 3 },
  { month: 202609, articles: 30 },
]

test('page 1 begins with the newest month', () => {
  expect(pageStart(months, 1, 10)).toEqual({ month: 202611, skip: 0 })
})

test('page 2 begins within it, page 3 where the older months come in', () => {
  expect(pageStart(months, 2, 10)).toEqual({ month: 202611, skip: 10 })
  expect(pageStart(months, 3, 10)).toEqual({ month: 202609, skip: 5 })
})

test('past the last page there is nothing', () => {
  expect(pageStart(months, 5, 10)).toEqual({ month: 202609, skip: 25 })
  expect(pageStart(months, 6, 10)).toBeNull()
  expect(pageStart([], 1, 10)).toBeNull()
})

test('pages are counted up', () => {
  expect([0, 1, 10, 11].map((total) => pageCount(total, 10))).toEqual([1, 1, 1, 2])
})
