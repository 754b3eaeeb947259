import { expect, test } from 'vitest'
import { readDemoNewsroom } from './newsroom'

const newsroom = readDemoNewsroom()

test('the demo newsroom is as large as a visitor expects', () => {
  const articles = (locale: string) => newsroom.articles.filter((article) => article.locale === locale).length
  expect(articles('en')).toBeGreaterThanOrEqual(24)
  expect(articles('ar')).toBeGreaterThanOrEqual(4)
  expect(articles('fa')).toBeGreaterThanOrEqual(4)
  expect(newsroom.authors.length).toBeGreaterThanOrEqual(6)
})

test('every article has at least 450 words, and no paragraph stands twice', () => {
  const seen = new Map<string, string>()
  for (const { slug, markdown } of newsroom.articles) {
    expect([slug, markdown.split(/\s+/).length >= 450]).toEqual([slug, true])
    for (const paragraph of markdown.split(/\n\s*\n/).filter((text) => text.length > 60)) {
      expect([paragraph, seen.get(paragraph)]).toEqual([paragraph, undefined])
      seen.set(paragraph, slug)
    }
  }
})
