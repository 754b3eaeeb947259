import { expect, test } from 'vitest'
import { targetOf } from './page-address'

test.each([
  ['/boats/', '/boats/'],
  ['/boats/?utm_source=x&fbclid=y', '/boats/'],
  ['/boats/?', '/boats/'],
  ['/%d8%b3%d9%84%d8%a7%d9%85/', '/%D8%B3%D9%84%D8%A7%D9%85/'],
  ['/%D8%B3%D9%84%D8%A7%D9%85/', '/%D8%B3%D9%84%D8%A7%D9%85/'],
  ['/%62oats/', '/boats/'],
  ['/a%2Fb/', '/a%2Fb/'],
  ['/boats/?q=ferry', '/boats/'],
  ['/boats/?s=ferry', '/boats/'],
  ['/boats/?replytocom=abc', '/boats/'],
  ['/?m=1&amp=1', '/'],
  ['/boats/?p=12', '/boats/'],
  ['/index.php', '/index.php'],
])('%s is one page with its other spellings', (url, key) => {
  expect(targetOf(url).page).toEqual({ key, url: key, passing: false })
})

test.each([
  ['/search/?q=late+boat&x=1', '/search/?q=late+boat'],
  ['/search/page/2/?q=a&q=b', '/search/page/2/?q=a'],
  ['/?s=ferry', '/?s=ferry'],
  ['/?feed=rss2&utm_source=x&p=12', '/?p=12&feed=rss2'],
  ['/index.php?p=12', '/?p=12'],
  ['/boats/?replytocom=12&x=1', '/boats/?replytocom=12'],
])('%s is kept for a while only', (url, key) => {
  expect(targetOf(url).page).toEqual({ key, url: key, passing: true })
})

test('a page that shows a held comment to its writer is kept nowhere', () => {
  expect(targetOf('/boats/?unapproved=4&moderation-hash=x').page).toBeNull()
  expect(targetOf('/boats/?moderation-hash=x').page).toBeNull()
})

test('an address that is no UTF-8 is a page of its own', () => {
  expect(targetOf('/%ff/').page?.key).toBe('/%ff/')
  expect(targetOf('/%FF/').page?.key).toBe('/%FF/')
})

test.each([
  '/search/?q=ferry',
  '/search?q=ferry',
  '/search/page/2/?x=1&q=ferry',
  '/%73earch/?q=a',
  '/search/?q=a&unapproved=1',
])('%s looks for words', (url) => expect(targetOf(url).isSearch).toBe(true))

test.each(['/search/', '/search/?q=', '/searching/?q=ferry', '/boats/?q=ferry'])('%s looks for none', (url) =>
  expect(targetOf(url).isSearch).toBe(false),
)
