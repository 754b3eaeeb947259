import { expect, test } from 'vitest'
import { pageNumbers } from './pagination'

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [9, 19, [1, null, 7, 8, 9, 10, 11, null, 19]],
  [9, 38, [1, null, 7, 8, 9, 10, 11, null, 20, null, 29, null, 38]],
  [4, 38, [1, 2, 3, 4, 5, 6, null, 17, null, 27, null, 38]],
  [38, 38, [1, null, 13, null, 24, null, 36, 37, 38]],
  [40, 147, [1, null, 13, null, 26, null, 38, 39, 40, 41, 42, null, 63, null, 84, null, 105, null, 126, null, 147]],
  [5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
])('page %i of %i', (current, last, numbers) => {
  expect(pageNumbers(current, last)).toEqual(numbers)
})

test.each([
  [28, 3],
  [246, 4],
  [1000, 5],
])('any of %i pages is %i clicks from the first, no more', (last, most) => {
  const clicks = new Map([[1, 0]])
  for (const [page, so] of clicks)
    for (const next of pageNumbers(page, last)) if (next && !clicks.has(next)) clicks.set(next, so + 1)
  expect(clicks.size).toBe(last)
  expect(Math.max(...clicks.values())).toBeLessThanOrEqual(most)
})
