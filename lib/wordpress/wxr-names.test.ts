import { expect, test } from 'vitest'
import { WxrNames } from './wxr-names'

const WP = 'http://wordpress.org/export/1.2/'

/** What `raw` is called within a root with these attributes. */
function nameOf(raw: string, attributes: Record<string, string>): string {
  const names = new WxrNames()
  names.enter('rss', attributes)
  return names.enter(raw, {})
}

test.each([
  ['wp:post_id', 'xmlns:wp', WP, 'wp:post_id'],
  ['w:post_id', 'xmlns:w', WP, 'wp:post_id'],
  ['w:post_id', 'xmlns:w', 'https://www.wordpress.org/export/1.0', 'wp:post_id'],
  ['x:encoded', 'xmlns:x', 'http://wordpress.org/export/1.1/excerpt/', 'excerpt:encoded'],
  ['x:encoded', 'xmlns:x', 'http://purl.org/rss/1.0/modules/content/', 'content:encoded'],
  ['d:creator', 'xmlns:d', 'http://purl.org/dc/elements/1.1/', 'dc:creator'],
  ['post_id', 'xmlns', WP, 'wp:post_id'],
  ['wp:post_id', 'xmlns:other', WP, 'wp:post_id'],
  ['wp:post_id', 'xmlns:wp', 'http://elsewhere.example/', 'wp:post_id'],
  ['w:post_id', 'xmlns:w', 'http://elsewhere.example/', 'w:post_id'],
  ['title', 'xmlns:wp', WP, 'title'],
])('%s where %s is %s: %s', (raw, name, uri, usual) => {
  expect(nameOf(raw, { [name]: uri })).toBe(usual)
})

test('what an element declares holds within it and no longer', () => {
  const names = new WxrNames()
  expect(names.enter('rss', { 'xmlns:a': WP })).toBe('rss')
  expect(names.enter('a:author', { 'xmlns:a': 'http://purl.org/dc/elements/1.1/' })).toBe('dc:author')
  expect(names.depth).toBe(2)
  expect(names.leave()).toBe('dc:author')
  expect(names.enter('a:author', {})).toBe('wp:author')
  names.leave()
  expect(names.leave()).toBe('rss')
  expect(names.leave()).toBe('')
})
