import { expect, test } from 'vitest'
import { parseSitemapPath, type SitemapName, sitemapPath } from './addresses'

test.each<[SitemapName, string]>([
  [{ list: 'articles', month: 202611, part: 1 }, '/sitemaps/articles-2026-11.xml'],
  [{ list: 'articles', month: 19903, part: 1 }, '/sitemaps/articles-0199-03.xml'],
  [{ list: 'articles', month: 202611, part: 12 }, '/sitemaps/articles-2026-11-part-12.xml'],
  [{ list: 'tags', part: 2 }, '/sitemaps/tags-part-2.xml'],
  [{ list: 'pages', part: 1 }, '/sitemaps/pages.xml'],
])('%o is at %s', (name, path) => {
  expect(sitemapPath(name)).toBe(path)
  expect(parseSitemapPath(path)).toEqual(name)
})

test.each([
  '/sitemaps/articles-2026-13.xml',
  '/sitemaps/articles-2026-11-part-0.xml',
  '/sitemaps/articles.xml',
  '/sitemaps/pages.xml/',
  '/sitemaps/people.xml',
  '/sitemap.xml',
])('%s is none', (path) => {
  expect(parseSitemapPath(path)).toBeNull()
})

test('“part-1” is another spelling of the list itself', () => {
  const name = parseSitemapPath('/sitemaps/pages-part-1.xml')
  expect(name && sitemapPath(name)).toBe('/sitemaps/pages.xml')
})
