import { expect, test } from 'vitest'
import { fact, factsOf, newsroomPlace } from './newsroom-document'

test('an article’s facts are words of letters and digits, each category once', () => {
  const words = factsOf({
    kind: 'ARTICLE',
    status: 'IN_REVIEW',
    trashedAt: null,
    locale: 'en-GB',
    ownerId: 'aB-_',
    authorIds: [7],
    categoryIds: [3, 4],
    primaryCategoryId: 3,
  })
  expect(words).toEqual([
    '¶kindarticle',
    '¶statusinreview',
    '¶kept',
    '¶languageen',
    '¶owner61422d5f',
    '¶author7',
    '¶category3',
    '¶category4',
  ])
})

test('people whose ids differ in capitals alone are two', () => {
  expect(fact.owner('ab').toLowerCase()).not.toBe(fact.owner('aB').toLowerCase())
})

test('what was written later stands higher, and articles of one moment apart', () => {
  const noon = new Date('2026-11-27T12:00:00Z')
  const later = new Date(noon.getTime() + 1)
  expect(newsroomPlace(later, 1)).toBeGreaterThan(newsroomPlace(noon, 1_023))
  expect(newsroomPlace(noon, 1)).not.toBe(newsroomPlace(noon, 2))
  expect(Number.isSafeInteger(newsroomPlace(new Date('2240-01-01T00:00:00Z'), 33_000_000))).toBe(true)
})
