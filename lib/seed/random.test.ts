import { expect, test } from 'vitest'
import { Random } from './random'

test('the same seed gives the same numbers, another gives others', () => {
  const some = (seed: number) => {
    const random = new Random(seed)
    return [random.below(1000), random.below(1000), random.pick(['a', 'b', 'c'])]
  }
  expect(some(1)).toEqual(some(1))
  expect(some(1)).not.toEqual(some(2))
})

test('skewed picks favour the first', () => {
  const random = new Random(7)
  const items = Array.from({ length: 100 }, (_, i) => i)
  const picks = Array.from({ length: 1000 }, () => random.skewed(items))
  expect(picks.filter((pick) => pick < 10).length).toBeGreaterThan(300)
  expect(Math.max(...picks)).toBeGreaterThan(80)
})
