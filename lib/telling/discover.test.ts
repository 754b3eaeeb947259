import { expect, test } from 'vitest'
import { findEndpoint } from './discover'

const URL_HERE = 'https://other.example/a/page/?x=1'
const byHeader = (linkHeader: string) => findEndpoint({ url: URL_HERE, linkHeader, html: null })
const byHtml = (html: string) => findEndpoint({ url: URL_HERE, linkHeader: undefined, html })

// The ways of webmention.rocks, in our own words.
test.each([
  ['</hook>; rel=webmention', 'https://other.example/hook'],
  ['<https://hooks.example/w?a=b>; rel="webmention"', 'https://hooks.example/w?a=b'],
  ['<w>; REL="WebMention"', 'https://other.example/a/page/w'],
  ['<https://a.example/>; rel="preload", </w>; rel="next webmention foo"', 'https://other.example/w'],
  [
    '<https://a.example/x,y>; rel="next"; title="a, <b>; rel=webmention", </w>;rel=webmention',
    'https://other.example/w',
  ],
  ['<>; rel="webmention"', URL_HERE],
])('the header %s names %s', (header, endpoint) => {
  expect(byHeader(header)).toBe(endpoint)
})

test.each([
  '',
  'rel=webmention',
  '</w>; rel="not-webmention"',
  '</w>; title="webmention"',
  '<http://[>; rel=webmention',
])('the header “%s” names nothing', (header) => {
  expect(byHeader(header)).toBeNull()
})

test.each([
  ['<link rel="webmention" href="/w">', 'https://other.example/w'],
  ['<body><a rel="webmention" href="w?x=y&amp;z">tell</a>', 'https://other.example/a/page/w?x=y&z'],
  ['<link rel="me webmention" href="https://hooks.example/"><a rel=webmention href=/second>', 'https://hooks.example/'],
  ['<a rel="webmention" href="/first"><link rel="webmention" href="/second">', 'https://other.example/first'],
  ['<link rel="webmention" href="">', URL_HERE],
  ['<a rel="webmention">no address</a><a rel="webmention" href="/w">', 'https://other.example/w'],
  ['<base href="/b/"><a rel="WEBMENTION" href="w">', 'https://other.example/b/w'],
])('the page %s names %s', (html, endpoint) => {
  expect(byHtml(html)).toBe(endpoint)
})

test.each([
  '<!-- <link rel="webmention" href="/w"> -->',
  '<p>&lt;link rel="webmention" href="/w"&gt;</p>',
  '<link rel="not-webmention" href="/w">',
  '<form rel="webmention" href="/w">',
  '<script>"<a rel=webmention href=/w>"</script>',
])('the page %s names nothing', (html) => {
  expect(byHtml(html)).toBeNull()
})

test('the head of an answer goes before what the page says', () => {
  const html = '<link rel="webmention" href="/page">'
  expect(findEndpoint({ url: URL_HERE, linkHeader: '</head>; rel=webmention', html })).toBe(
    'https://other.example/head',
  )
  expect(findEndpoint({ url: URL_HERE, linkHeader: '</x>; rel=next', html })).toBe('https://other.example/page')
})
