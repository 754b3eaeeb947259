import { expect, test } from 'vitest'
import { type Feed, type FeedItem, rss } from './rss'

const item: FeedItem = {
  title: 'Bread & <salt>',
  url: 'https://news.example/bread/',
  guid: 'https://old.example/?p=12',
  publishedAt: new Date('2026-11-22T06:30:00Z'),
  creators: ['Maren Oldacre', '‘Ali al-Baqir'],
  categories: ['Town Hall'],
  summary: 'A summary.',
  content: '<p>It ends: ]]></p>',
  comments: { url: 'https://news.example/bread/#comments', count: 6 },
  image: { url: 'https://news.example/a.svg', type: 'image/svg+xml', width: 3, height: 2 },
}
const feed: Feed = {
  title: 'Broadsheet',
  url: 'https://news.example/',
  feedUrl: 'https://news.example/feed/',
  description: 'News\u0000',
  language: 'en',
  updatedAt: new Date('2026-11-22T07:00:00Z'),
  items: [item],
}

test('text is escaped, the body is whole, and its end mark cannot end it', () => {
  const xml = rss(feed)
  expect(xml).toContain('<title>Bread &amp; &lt;salt&gt;</title>')
  expect(xml).toContain('<content:encoded><![CDATA[<p>It ends: ]]]]><![CDATA[></p>]]></content:encoded>')
})

test('characters that XML forbids are left out', () => {
  expect(rss(feed)).toContain('<description>News</description>')
})

test('an imported guid stays, and is not called an address', () => {
  expect(rss(feed)).toContain('<guid isPermaLink="false">https://old.example/?p=12</guid>')
})

test('dates are what feed readers read', () => {
  expect(rss(feed)).toContain('<pubDate>Sun, 22 Nov 2026 06:30:00 +0000</pubDate>')
})

test('an article that cannot be answered has no comments', () => {
  const xml = rss({ ...feed, items: [{ ...item, comments: null, image: null }] })
  expect(xml).not.toContain('<comments>')
  expect(xml).not.toContain('media:content url')
})
