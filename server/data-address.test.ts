import { expect, test } from 'vitest'
import { targetOf } from './page-address'

const keyOf = (url: string) => targetOf(url).page?.key

test.each([
  ['/wp-json/wp/v2/posts?utm_source=x', '/wp-json/wp/v2/posts'],
  ['/wp-json/wp/v2/posts?per_page=5&page=2&_=1', '/wp-json/wp/v2/posts?page=2&per_page=5'],
  ['/wp-json/wp/v2/posts?include[1]=4&include[0]=3', '/wp-json/wp/v2/posts?include%5B%5D=4&include%5B%5D=3'],
  ['/?rest_route=/wp/v2/posts&per_page=5', '/wp-json/wp/v2/posts?per_page=5'],
  ['/index.php?rest_route=%2F', '/wp-json/'],
  ['/?rest_route=/../admin/', '/wp-json/none/none/none'],
  ['/?rest_route=//evil.example/', '/wp-json/none/none/none'],
  ['/api/v1/articles?fields=id&cursor=a&x=1', '/api/v1/articles?cursor=a&fields=id'],
  ['/oembed/?url=https://news.example/a/&x=1', '/oembed/?url=https%3A%2F%2Fnews.example%2Fa%2F'],
  ['/wp-json/wp/v2/posts?unapproved=1', '/wp-json/wp/v2/posts'],
])('%s is asked for as %s', (url, key) => expect(keyOf(url)).toBe(key))

test('what programs ask is told from pages, and whether it looks for words', () => {
  expect(targetOf('/wp-json/wp/v2/posts?search=boat')).toMatchObject({ isData: true, isSearch: true })
  expect(targetOf('/api/v1/articles')).toMatchObject({ isData: true, isSearch: false })
  for (const url of ['/apis/', '/wp-jsonp/', '/', '/oembedded/'])
    expect([url, targetOf(url).isData]).toEqual([url, false])
})
