import { expect, test } from 'vitest'
import { askedSlug, nearestSlugs, wordsOfSlug } from './nearest'

const candidates = [
  { id: 1, slug: 'the-last-boat' },
  { id: 2, slug: 'the-last-bus' },
  { id: 3, slug: 'the-night-library' },
]

test('the likeliest comes first, the unlikely not at all', () => {
  expect(nearestSlugs('the-last-bota', candidates, 3)).toEqual([1, 2])
  expect(nearestSlugs('quarterly-report', candidates, 3)).toEqual([])
  expect(nearestSlugs('', candidates, 3)).toEqual([])
})

test('the name in an address', () => {
  expect(askedSlug('/2026/11/22/The-Last-Boat/2/')).toBe('the-last-boat')
  expect(askedSlug('/2026/11/')).toBe('')
})

test('a slug as words', () => {
  expect(wordsOfSlug('the-last_boat.html')).toBe('the last boat html')
  expect(wordsOfSlug('قارب-الليل')).toBe('قارب الليل')
})
