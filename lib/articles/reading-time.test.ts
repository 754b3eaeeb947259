import { expect, test } from 'vitest'
import { countWords, readingMinutes } from './reading-time'

test('Arabic takes longer to read than English', () => {
  expect(readingMinutes(600, 'en')).toBe(3)
  expect(readingMinutes(600, 'ar')).toBe(4)
})

test('the shortest piece takes a minute', () => {
  expect(readingMinutes(3, 'en')).toBe(1)
})

test('words are counted as readers count them', () => {
  expect(countWords('Don’t stop: the 9-o’clock boat, “again”.')).toBe(6)
  expect(countWords('کتاب‌ها را می‌خوانم')).toBe(3)
  expect(countWords('كِتَابٌ قَدِيمٌ')).toBe(2)
  expect(countWords('')).toBe(0)
})
