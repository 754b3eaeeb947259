import { expect, test } from 'vitest'
import { readTagList, tagListPath } from './tag-list'

test('an address and what it says are the same list', () => {
  const list = { words: 'night boats', page: 3 }
  const query = Object.fromEntries(new URL(tagListPath(list), 'http://localhost').searchParams)
  expect(readTagList(query)).toEqual(list)
  expect(tagListPath({ words: '', page: 1 })).toBe('/admin/tags/')
})

test('nonsense is the list as it begins', () => {
  expect(readTagList({ q: ['a', 'b'], page: '-1' })).toEqual({ words: '', page: 1 })
  expect(readTagList({ q: '\u0000x\ud800', page: '1e9' })).toEqual({ words: 'x\ufffd', page: 1 })
})
