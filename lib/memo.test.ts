import { expect, test } from 'vitest'
import { memo } from './memo'

test('an answer is computed once, and no more are kept than allowed', () => {
  const asked: string[] = []
  const upper = memo(2, (text) => {
    asked.push(text)
    return text.toUpperCase()
  })
  expect([upper('a'), upper('a'), upper('b'), upper('c'), upper('a')]).toEqual(['A', 'A', 'B', 'C', 'A'])
  expect(asked).toEqual(['a', 'b', 'c', 'a'])
})
