import { expect, test } from 'vitest'
import { stableNumber } from './stable-number'

test('a number for a text without one: below zero, 32 bits, the same every time and in every run', () => {
  expect(stableNumber('a', 'b')).toBe(stableNumber('a', 'b'))
  // Stored with what was imported: a change would import everything a second time.
  expect(stableNumber('a', 'b')).toBe(-37_353_367)
  for (let i = 0; i < 2_000; i++) {
    const number = stableNumber(`text ${i}`)
    if (!(number < 0 && number >= -(2 ** 31))) expect.fail(`${number}`)
  }
})

test('where one text ends and the next begins makes a difference', () => {
  expect(stableNumber('ab', 'c')).not.toBe(stableNumber('a', 'bc'))
  expect(stableNumber('a')).not.toBe(stableNumber('a', ''))
})
