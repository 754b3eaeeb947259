import { expect, test } from 'vitest'
import { keptSize } from './limits'

test('a picture is kept no wider than a large screen, and never made larger', () => {
  expect(keptSize(6000, 4000)).toEqual({ width: 2048, height: 1365 })
  expect(keptSize(800, 600)).toEqual({ width: 800, height: 600 })
})

test('a tall drawing stays readable, within what can be held', () => {
  expect(keptSize(700, 8000)).toEqual({ width: 700, height: 8000 })
  const { width, height } = keptSize(4000, 16_000)
  expect(width * height).toBeLessThanOrEqual(6_010_000)
  expect(keptSize(1, 60_000)).toEqual({ width: 1, height: 16_000 })
})
