import { expect, test } from 'vitest'
import { atom } from './atom'
import type { Feed, FeedItem } from './feed'
import { jsonFeed } from './json-feed'
import { rss } from './rss'

const item: FeedItem = {
  title: 'Bread & <salt>',
  url: 'https://news.example/bread/',
  guid: 'https://old.example/?p=12',
  publishedAt: new Date('2026-11-22T06:30:00Z'),
  changedAt: new Date('2026-11-22T07:00:00Z'),
  creators: ['Maren Oldacre', '‘Ali al-Baqir'],
  categories: ['Town Hall'],
  locale: 'en',
  summary: 'A summary.',
  content: '<p>It ends: ]]></p>',
  comments: { url: 'https://news.example/bread/#comments', feedUrl: 'https://news.example/bread/feed/', count: 6 },
  image: { url: 'https://news.example/a.svg', type: 'image/svg+xml', width: 3, height: 2 },
}
const feed: Feed = {
  title: 'Broadsheet',
  url: 'https://news.example/',
  feedUrl: 'https://news.example/feed/',
  query: '',
  description: 'News\u0000',
  language: 'en',
  hub: null,
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

test('where its comments can be followed is said in WordPress’s way', () => {
  expect(rss(feed)).toContain('<wfw:commentRss>https://news.example/bread/feed/</wfw:commentRss>')
})

test('a feed with nothing in it is not of 1970', () => {
  expect(rss({ ...feed, updatedAt: null, items: [] })).not.toContain('lastBuildDate')
})

test('Atom says the same, with an address for its id and each entry in its language', () => {
  const xml = atom(feed)
  expect(xml).toContain('<link rel="self" type="application/atom+xml" href="https://news.example/feed/atom/"/>')
  expect(xml).toContain('<id>https://old.example/?p=12</id>')
  expect(xml).toContain('<content type="html">&lt;p&gt;It ends: ]]&gt;&lt;/p&gt;</content>')
  expect(xml).toContain('<updated>2026-11-22T07:00:00.000Z</updated>')
  expect(atom({ ...feed, items: [{ ...item, guid: 'post 12' }] })).toContain('<id>urn:guid:post%2012</id>')
})

test('JSON Feed says the same, without what no text holds', () => {
  const document = JSON.parse(jsonFeed({ ...feed, items: [{ ...item, title: 'Bread\u0001 & salt' }] }))
  expect(document).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    feed_url: 'https://news.example/feed/json/',
    description: 'News',
    items: [
      {
        id: 'https://old.example/?p=12',
        title: 'Bread & salt',
        authors: [{ name: 'Maren Oldacre' }, { name: '‘Ali al-Baqir' }],
        date_modified: '2026-11-22T07:00:00.000Z',
      },
    ],
  })
})

test('a search keeps its words behind the address of each format', () => {
  const search = { ...feed, feedUrl: 'https://news.example/search/feed/', query: '?q=bread' }
  expect(atom(search)).toContain('href="https://news.example/search/feed/atom/?q=bread"')
})

test('a hub is named in each format where there is one, and in none where there is none', () => {
  const hubbed = { ...feed, hub: 'https://hub.example/?a=1&b=2' }
  expect(rss(hubbed)).toContain('<atom:link href="https://hub.example/?a=1&amp;b=2" rel="hub"/>')
  expect(atom(hubbed)).toContain('<link rel="hub" href="https://hub.example/?a=1&amp;b=2"/>')
  expect(JSON.parse(jsonFeed(hubbed))).toMatchObject({ hubs: [{ type: 'WebSub', url: hubbed.hub }] })
  expect(rss(feed) + atom(feed) + jsonFeed(feed)).not.toContain('hub')
})
