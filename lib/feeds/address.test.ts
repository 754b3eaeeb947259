import { expect, test } from 'vitest'
import { feedPath, partFeedAddress } from './address'

test.each([
  ['/feed/', '/', 'rss'],
  ['/feed', '/', 'rss'],
  ['/feed/rss2/', '/', 'rss'],
  ['/feed/rdf', '/', 'rss'],
  ['/feed/atom/', '/', 'atom'],
  ['/feed/json/', '/', 'json'],
  ['/category/a/b/feed/', '/category/a/b/', 'rss'],
  ['/2021/05/feed/atom/', '/2021/05/', 'atom'],
  ['/قارب/feed/', '/قارب/', 'rss'],
  ['/Boat/FEED/ATOM', '/Boat/', 'atom'],
])('%s is the feed of %s as %s', (path, base, format) => {
  expect(partFeedAddress(path)).toEqual({ base, format })
})

test.each(['/', '/feeds/', '/feed/x/', '/feedback/', '/boat/feed/atom/x/'])('%s is none', (path) => {
  expect(partFeedAddress(path)).toBeNull()
})

test('an article without a last slash has its feed below it', () => {
  expect(feedPath('/boat')).toBe('/boat/feed/')
  expect(feedPath('/boat/', 'json')).toBe('/boat/feed/json/')
})
