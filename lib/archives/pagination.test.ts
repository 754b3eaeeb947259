import { expect, test } from 'vitest'
import { pageNumbers } from './pagination'

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [9, 38, [1, null, 7, 8, 9, 10, 11, null, 38]],
  [4, 38, [1, 2, 3, 4, 5, 6, null, 38]],
  [38, 38, [1, null, 36, 37, 38]],
  [5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
])('page %i of %i', (current, last, numbers) => {
  expect(pageNumbers(current, last)).toEqual(numbers)
})
