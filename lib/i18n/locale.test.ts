import { expect, test } from 'vitest'
import { canonicalLocale, directionOf } from './locale'

test.each([
  ['en', 'ltr'],
  ['ar', 'rtl'],
  ['fa-IR', 'rtl'],
  ['he-IL', 'rtl'],
  ['ckb', 'rtl'],
  ['ar-Latn', 'ltr'],
] as const)('%s runs %s', (locale, direction) => {
  expect(directionOf(locale)).toBe(direction)
})

test('tags are spelled as the standard has them; what is no tag is nothing', () => {
  expect(canonicalLocale('en_us')).toBe('en-US')
  expect(canonicalLocale('FA-ir')).toBe('fa-IR')
  expect(canonicalLocale('not a tag')).toBeUndefined()
})
