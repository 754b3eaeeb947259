import { expect, test } from 'vitest'
import type { ArticleCard } from '@/lib/articles/view'
import { embedPath, oembed, oembedPath, oembedXml, partEmbedAddress } from './oembed'
import { cardSize, readLength } from './size'

const site = { name: 'The <Courier>', url: 'https://news.example' }
const image = { src: '/demo/boat.jpg', alt: '', caption: '', credit: '', width: 1200, height: 800 }
const about = { bio: '', beat: '', spellings: [], locale: null, portrait: null, links: [] }
const author = { id: 1, slug: 'maren', name: 'Maren', ...about }
const article: ArticleCard = {
  id: 1,
  path: '/the-last-boat/',
  headline: 'A "last" boat <b>',
  kicker: null,
  label: 'NEWS',
  summary: 'Summary',
  locale: 'en',
  byline: { authors: [author], override: null },
  category: null,
  publishedAt: new Date(0),
  commentCount: 0,
  image,
  pinned: false,
}

test('an article says who wrote it, and its frame what it is', () => {
  const answer = oembed(site, article, {})
  expect(answer).toMatchObject({
    version: '1.0',
    type: 'rich',
    author_name: 'Maren',
    author_url: 'https://news.example/author/maren/',
    title: 'A "last" boat <b>',
    width: 600,
    thumbnail_url: 'https://news.example/demo/boat.jpg',
    thumbnail_width: 1200,
  })
  expect(answer.html).toContain('src="https://news.example/the-last-boat/embed/"')
  expect(answer.html).toContain('title="A &quot;last&quot; boat &lt;b&gt; – The &lt;Courier&gt;"')
  expect(answer.html).not.toMatch(/script/)
})

test('agencies have no address, and a picture without a size is none', () => {
  const byline = { authors: [author], override: 'Agencies' }
  const answer = oembed(site, { ...article, byline, image: { ...image, width: null } }, {})
  expect(answer.author_name).toBe('Agencies')
  expect('author_url' in answer || 'thumbnail_url' in answer).toBe(false)
})

test('the card is no larger than there is room', () => {
  expect(cardSize({}, true)).toEqual({ width: 600, height: 240 })
  expect(cardSize({ width: 360 }, true)).toEqual({ width: 360, height: 380 })
  expect(cardSize({ width: 9_000, height: 100 }, false)).toEqual({ width: 600, height: 100 })
  expect([readLength('360'), readLength('0'), readLength('x'), readLength(null)]).toEqual([360, ...Array(3)])
})

test('XML is escaped', () => {
  const xml = oembedXml({ title: 'A & B </title>', width: 600 })
  expect(xml).toContain('<title>A &amp; B &lt;/title&gt;</title><width>600</width>')
})

test('a card’s address is its article’s with one part more', () => {
  expect(embedPath('/a/')).toBe('/a/embed/')
  expect(embedPath('/2020/a.html')).toBe('/2020/a.html/embed/')
  expect(partEmbedAddress('/a/embed/')).toBe('/a/')
  expect(partEmbedAddress('/a/Embed')).toBe('/a/')
  expect([partEmbedAddress('/embed/'), partEmbedAddress('/a/embedded/')]).toEqual([null, null])
  expect(oembedPath('https://news.example/a/', 'xml')).toBe('/oembed/?url=https%3A%2F%2Fnews.example%2Fa%2F&format=xml')
})
