import { expect, test } from 'vitest'
import { searchedWords } from './searched'

test.each([
  ['Harbour  Bridge', 'harbour bridge'],
  ['“the last boat” -ferry', 'the last boat ferry'],
  ['Élections 2026', 'elections 2026'],
  ['كتاب‌ها', searchedWords('کتاب‌ها')],
  ['budget 2025 2026', 'budget 2025 2026'],
])('“%s” is counted as “%s”', (typed, words) => {
  expect(searchedWords(typed)).toBe(words)
})

test.each([
  ['anna@example.org'],
  ['06 12 34 56 78'],
  ['+49-1512-345 67'],
  ['passport 123456'],
  ['۰۹۱۲۳۴۵۶'],
  ['https://example.org/anna'],
  ['www.example.org'],
  ['  '],
  ['?!'],
  ['a word '.repeat(20)],
])('“%s” is not counted at all', (typed) => {
  expect(searchedWords(typed)).toBeNull()
})
