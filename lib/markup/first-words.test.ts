import { expect, test } from 'vitest'
import { firstWords } from '@/lib/markup/first-words'

test('a short text is returned whole and without an ellipsis', () => {
  expect(firstWords('The ferry\n  sails again', 4)).toBe('The ferry sails again')
})

test('a long text ends at a word border, without the comma that stood there', () => {
  expect(firstWords('The ferry, late again, sails', 4)).toBe('The ferry, late again…')
  expect(firstWords('The ferry, late again, sails', 2, ' …')).toBe('The ferry …')
})

test('Arabic loses its comma too, and a Persian word keeps its joiner', () => {
  expect(firstWords('عاد القارب، متأخراً، إلى الميناء', 3)).toBe('عاد القارب، متأخراً…')
  expect(firstWords('قایق می‌رود دیر', 2)).toBe('قایق می‌رود…')
})

test('an empty text stays empty', () => {
  expect(firstWords(' \n ', 5)).toBe('')
})
