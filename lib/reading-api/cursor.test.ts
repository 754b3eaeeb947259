import { expect, test } from 'vitest'
import { cursorOf, readCursor } from './cursor'

test('a cursor leads back to where it was made', () => {
  for (const numbers of [[20261122, 1_795_300_000_000, 440], [7], [20261122, -1, 0]]) {
    const cursor = cursorOf(...numbers)
    expect(cursor).toMatch(/^[\w-]+$/)
    expect(readCursor(cursor, numbers.length)).toEqual(numbers)
  }
})

test('what no list made is none', () => {
  const other = btoa('1.x')
  for (const cursor of ['', 'x', 'é', '%%%', other, cursorOf(1, 2), `${cursorOf(1)}=`, cursorOf(1.5)])
    expect([cursor, readCursor(cursor, 1)]).toEqual([cursor, null])
})
