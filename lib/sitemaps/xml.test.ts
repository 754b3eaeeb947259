import { expect, test } from 'vitest'
import { newsSitemap, type SitemapUrl, sitemapIndex, urlset } from './xml'

async function textOf(...batches: SitemapUrl[][]): Promise<string> {
  async function* read() {
    yield* batches
  }
  let text = ''
  for await (const piece of urlset(read())) text += piece
  return text
}

test('an address is said with its change and its picture, all of it escaped', async () => {
  const url = 'https://news.example/a&b/'
  const changedAt = new Date('2026-11-22T06:30:00Z')
  expect(await textOf([{ url, changedAt, image: 'https://news.example/a&b.jpg' }])).toContain(
    '<url><loc>https://news.example/a&amp;b/</loc><lastmod>2026-11-22T06:30:00.000Z</lastmod>' +
      '<image:image><image:loc>https://news.example/a&amp;b.jpg</image:loc></image:image></url>',
  )
})

test('where it is not known when something changed nothing is said of it', async () => {
  expect(await textOf([{ url: 'https://news.example/', changedAt: null, image: null }])).toContain(
    '<url><loc>https://news.example/</loc></url>',
  )
  expect(sitemapIndex([{ url: 'https://news.example/a.xml', changedAt: null }])).not.toContain('lastmod')
})

test('a headline cannot end its element, nor hold what XML forbids', () => {
  const news = { url: 'https://news.example/x/', publishedAt: new Date(0), headline: 'A\u0001 & <b>', locale: 'en-GB' }
  expect(newsSitemap([news], 'R & D')).toContain('<news:title>A &amp; &lt;b&gt;</news:title>')
})

test.each([
  ['en-GB', 'en'],
  ['ckb', 'ckb'],
  ['zh-Hant-TW', 'zh-tw'],
  ['zh', 'zh-cn'],
])('the language of news in %s is %s', (locale, language) => {
  const news = { url: 'https://news.example/x/', publishedAt: new Date(0), headline: 'A', locale }
  expect(newsSitemap([news], 'Post')).toContain(`<news:language>${language}</news:language>`)
})
