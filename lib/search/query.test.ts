import { expect, test } from 'vitest'
import { cleanQuery, parseQuery } from './query'

test('words are looked for one by one', () => {
  expect(parseQuery('night ferries')).toEqual({ terms: [[['night']], [['ferri']]], excluded: [] })
})

test('what stands in quotation marks of any kind is looked for together, also where the last is missing', () => {
  const phrase = { terms: [[['night', 'ferri']]], excluded: [] }
  for (const query of [
    '"night ferry"',
    '“night ferry”',
    '”night ferry”',
    '«night ferry»',
    '„night ferry“',
    '"night ferry',
  ]) {
    expect([query, parseQuery(query)]).toEqual([query, phrase])
  }
})

test('a minus at a word’s start leaves it out; elsewhere it is a hyphen or nothing', () => {
  expect(parseQuery('ferry -night −"slack water" --tide')).toEqual({
    terms: [[['ferri']]],
    excluded: [[['night']], [['slack', 'water']], [['tide']]],
  })
  expect(parseQuery('walk-in')).toEqual({ terms: [[['walk', 'in'], ['walkin']]], excluded: [] })
  expect(parseQuery('night - ferry --').excluded).toEqual([])
})

test('what stands together without a space is a phrase', () => {
  expect(parseQuery('harbour_AR_final2').terms).toEqual([[['harbour', 'ar', 'final2']]])
})

test('two words of Arabic letters may be one', () => {
  expect(parseQuery('موج شکن').terms).toEqual([
    [['موج'], ['موجشكن']],
    [['شكن'], ['موجشكن']],
  ])
  expect(parseQuery('موج -شکن').terms).toEqual([[['موج']]])
  expect(parseQuery('night ferry').terms).toEqual([[['night']], [['ferri']]])
})

test('parted endings are no words of their own', () => {
  expect(parseQuery('کتاب ها').terms).toEqual([[['كتاب']]])
})

test('a word that is repeated counts once, and twelve count at most', () => {
  expect(parseQuery('the The THE').terms).toHaveLength(1)
  expect(parseQuery('a b c d e f g h i j k l m n -o').terms).toHaveLength(12)
  expect(parseQuery('a b c d e f g h i j k l m n -o').excluded).toHaveLength(0)
  expect(parseQuery(`"${'word '.repeat(40)}"`).terms[0]?.[0]).toHaveLength(12)
})

test.each([
  '" OR 1 NEAR( * ^ col: {a b}:',
  '"""',
  "' & | ! <-> :* \\",
  'a\0b',
  '\ud800\udc00 \ud800 x',
  '--"-"-',
  '§headline',
  'NEAR(a b, 2) AND NOT {x} : y*',
])('%j comes out as letters and digits alone', (query) => {
  const { terms, excluded } = parseQuery(query)
  for (const token of [...terms, ...excluded].flat(2)) expect(token).toMatch(/^[\p{L}\p{N}\p{M}]+$/u)
})

test('a query is one line of at most 200 characters, without half characters', () => {
  expect(cleanQuery('  night\n\tferry\0 ')).toBe('night ferry')
  expect(cleanQuery('x'.repeat(300))).toHaveLength(200)
  expect(cleanQuery(`${'x'.repeat(199)}😀`)).toBe('x'.repeat(199))
  expect(cleanQuery('a\ud800').isWellFormed()).toBe(true)
})
