import { expect, test } from 'vitest'
import { partOldAddress } from './old-address'

test.each([
  ['/wp-rss2.php', '/feed/'],
  ['/WP-Atom.php', '/feed/atom/'],
  ['/wp-commentsrss2.php', '/comments/feed/'],
  ['/rss2/', '/feed/'],
  ['/atom', '/feed/atom/'],
  ['/index.php', '/'],
  ['/wp-sitemap.xml', '/sitemap.xml'],
  ['/wp-sitemap-taxonomies-post_tag-1.xml', '/sitemap.xml'],
  ['/wp-sitemap-index.xsl', '/sitemap.xml'],
  ['/sitemap_index.xml', '/sitemap.xml'],
  ['/post-sitemap12.xml', '/sitemap.xml'],
  ['/post_tag-sitemap.xml', '/sitemap.xml'],
])('%s leads to %s', (path, to) => {
  expect(partOldAddress(path)).toEqual({ to })
})

test.each([
  ['/boat/amp/', '/boat/', null],
  ['/boat/amp', '/boat/', null],
  ['/2021/05/07/boat/comment-page-2/', '/2021/05/07/boat/', null],
  ['/boat/comment-page-2/amp/', '/boat/', null],
  ['/boat/trackback/', '/boat/', null],
  ['/boat/embed/', '/boat/', null],
  ['/boat/attachment/IMG_1/', '/boat/', null],
  ['/boat/page/2/', '/boat/', null],
  ['/boat/rss2/', '/boat/', 'rss'],
  ['/boat/atom/', '/boat/', 'atom'],
])('%s is a part of %s', (path, base, feed) => {
  expect(partOldAddress(path)).toEqual({ base, feed })
})

test.each(['/boat/', '/amp/', '/embed/', '/sitemap/', '/my-sitemap.html', '/boat/ampere/', '/'])(
  '%s is none',
  (path) => {
    expect(partOldAddress(path)).toBeNull()
  },
)
