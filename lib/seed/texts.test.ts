import { expect, test } from 'vitest'
import { Random } from './random'
import { collectSentences, inventedName, makeBody } from './texts'

const bodies = [
  { locale: 'en', html: '<p>The last boat leaves at half past nine. Nobody on either bank can say why.</p>' },
  { locale: 'ar', html: '<p>يغادر القارب الأخير في التاسعة والنصف مساء كل يوم. لماذا لا يعرف أحد السبب حتى الآن؟</p>' },
]

test('sentences are collected by language', () => {
  expect(collectSentences(bodies)).toEqual([
    { locale: 'en', sentences: ['The last boat leaves at half past nine.', 'Nobody on either bank can say why.'] },
    {
      locale: 'ar',
      sentences: ['يغادر القارب الأخير في التاسعة والنصف مساء كل يوم.', 'لماذا لا يعرف أحد السبب حتى الآن؟'],
    },
  ])
})

test('a text has the length that was asked for, and is the same at every run', () => {
  const [english] = collectSentences(bodies)
  if (!english) throw new Error('no sentences')
  const body = makeBody(new Random(1), english, 300)
  expect(body.split(/\s+/).length).toBeGreaterThan(300)
  expect(makeBody(new Random(1), english, 300)).toBe(body)
})

test('names are names, and differ', () => {
  expect(inventedName(0)).not.toBe(inventedName(1))
  expect(inventedName(59_999)).toMatch(/^[A-Z][a-z]+$/)
})
