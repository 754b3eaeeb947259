import { expect, test } from 'vitest'
import { field, numberField } from './wxr-record'

test.each([
  ['12', 12],
  [' 12\n', 12],
  ['0', 0],
  ['2147483647', 2_147_483_647],
  ['2147483648', 0],
  ['99999999999', 0],
  ['-1', 0],
  ['1.5', 0],
  ['1e3', 0],
  ['0x10', 0],
  ['', 0],
])('the number “%s” is %i', (text, number) => {
  expect(numberField(new Map([['post_id', text]]), 'post_id')).toBe(number)
})

test('a short text comes without what nobody sees', () => {
  expect(field(new Map([['title', ' \u0000Tide\u0007\r\n ']]), 'title')).toBe('Tide')
  expect(field(new Map(), 'title')).toBe('')
})
