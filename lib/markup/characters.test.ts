import { expect, test } from 'vitest'
import { visibleText } from '@/lib/markup/characters'

test('controls, halves of surrogate pairs and byte order marks go', () => {
  expect(visibleText('\ufeffLow\u0000 tide\u0085\u001b \ud83c\uffff at\tsix')).toBe('Low tide  at\tsix')
})

test('line ends become newlines', () => {
  expect(visibleText('a\r\nb\rc\nd')).toBe('a\nb\nc\nd')
})

test('what shapes a word stays: joiners, direction marks, emoji', () => {
  expect(visibleText('می\u200cرود \u200f\u{1f30a}')).toBe('می\u200cرود \u200f\u{1f30a}')
})
