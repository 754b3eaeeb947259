import { expect, test } from 'vitest'
import { parseRowId } from './row-id'

test.each([
  ['1', 1],
  ['2147483647', 2_147_483_647],
  ['2147483648', null],
  ['99999999999999999999', null],
  ['0', null],
  ['-1', null],
  ['1.5', null],
  ['1e9', null],
  ['0x10', null],
  [' 1', null],
  ['', null],
  [undefined, null],
])('%s', (text, id) => {
  expect(parseRowId(text)).toBe(id)
})
