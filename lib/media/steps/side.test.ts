import { expect, test } from 'vitest'
import { isLargeInSteps, sideFor } from './side'

test.each([
  [1, 8],
  [0.9, 8],
  [0.6, 6],
  [0.5, 5],
  [0.34, 4],
  [0.25, 3],
  [0.1, 2],
])('made smaller by %d, of each block %d × as many numbers are seen', (scale, side) => {
  expect(sideFor(scale)).toBe(side)
})

test('a picture is large in steps where reading all of it takes more memory than there is', () => {
  expect(isLargeInSteps({ width: 2_048, height: 1_365, colours: 3 })).toBe(false)
  expect(isLargeInSteps({ width: 6_000, height: 4_000, colours: 3 })).toBe(true)
})
