import { expect, test } from 'vitest'
import { PathSet } from './path-set'

test('paths that were added are there, their neighbours are not', () => {
  const paths = new PathSet()
  for (let i = 0; i < 5_000; i++) paths.add(`/article-${i}/`)
  paths.add('/مد/')
  expect(paths.has('/article-4999/')).toBe(true)
  expect(paths.has('/مد/')).toBe(true)
  for (let i = 5_000; i < 10_000; i++) if (paths.has(`/article-${i}/`)) expect.fail(`/article-${i}/`)
  expect(paths.has('/article-1')).toBe(false)
  expect(paths.has('/Article-1/')).toBe(false)
})
