import { expect, test } from 'vitest'
import { type Days, headlineKey, namesakeAmong, namesakeNote } from './namesakes'

test('of one headline no two articles are told apart alike, whichever day they are of', () => {
  const days: Days = new Map()
  const told = [20211018, 20211019, 20211018, 20211019, 20211018].map((day) => {
    const namesake = namesakeAmong(days, day)
    days.set(day, namesake)
    return namesake
  })
  expect(told).toEqual([0, 1, 2, 2, 3])
})

test('the title says the day, and where that is not enough which one of it', () => {
  const note = (namesake: number, locale = 'en-GB') =>
    namesakeNote(namesake, new Date('2021-10-18T08:00:00Z'), locale, 'UTC')
  expect([note(0), note(1), note(2)]).toEqual([undefined, '18 October 2021', '18 October 2021 · 2'])
  expect(note(2, 'ar')).toMatch(/ · ٢$/)
})

test('a headline of any length has a key of whole letters, and none where it is no title that readers find', () => {
  const article = { kind: 'ARTICLE', status: 'PUBLISHED', headline: '🗞'.repeat(200) } as const
  expect(headlineKey(article)).toBe('🗞'.repeat(100))
  expect(headlineKey({ ...article, kind: 'PAGE' })).toBe('')
  expect(headlineKey({ ...article, status: 'DRAFT' })).toBe('')
})
