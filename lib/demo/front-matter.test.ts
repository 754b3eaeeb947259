import { expect, test } from 'vitest'
import { parseAge, parseDemoArticle } from './front-matter'

const article = (extra = '') =>
  `---\nheadline: A\nslug: a\ndek: B\ncategory: harbour\ntags: [x]\nage: 3 hours\n${extra}---\nText.\n`

test('front matter and text are parted', () => {
  expect(parseDemoArticle(article(), 'a.md')).toMatchObject({ headline: 'A', age: '3 hours', markdown: 'Text.\n' })
})

test('a field nobody knows is an error that names the file', () => {
  expect(() => parseDemoArticle(article('colour: red\n'), 'a.md')).toThrow(/a\.md:.*colour/s)
})

test('ages', () => {
  expect(['1 minute', '220 minutes', '1 hour', '2 days'].map(parseAge)).toEqual([
    60_000, 13_200_000, 3_600_000, 172_800_000,
  ])
  expect(() => parseAge('soon')).toThrow('"soon" is no age')
})
