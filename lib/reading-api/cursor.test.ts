import { expect, test } from 'vitest'
import { cursorOf, type Part, readCursor } from './cursor'

const PLACE: Part[] = ['column', 'moment', 'column']

test('a cursor leads back to where it was made', () => {
  for (const numbers of [[20261122, 1_795_300_000_000, 440], [7], [18991122, -1, 0]]) {
    const cursor = cursorOf(...numbers)
    expect(cursor).toMatch(/^[\w-]+$/)
    expect(readCursor(cursor, PLACE.slice(0, numbers.length))).toEqual(numbers)
  }
})

test('what no list made is none', () => {
  const other = btoa('1.x')
  for (const cursor of ['', 'x', 'é', '%%%', other, cursorOf(1, 2), `${cursorOf(1)}=`, cursorOf(1.5)])
    expect([cursor, readCursor(cursor, ['column'])]).toEqual([cursor, null])
})

test.each([
  [20261122, 1, 9_999_999_999],
  [99_999_999_999, 1, 1],
  [20261122, 999_999_999_999_999, 1],
])('planted: what no column holds never reaches the database (%i, %i, %i)', (...numbers) => {
  expect(readCursor(cursorOf(...numbers), PLACE)).toBe(null)
})
