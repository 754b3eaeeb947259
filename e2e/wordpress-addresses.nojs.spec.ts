import type { APIRequestContext } from '@playwright/test'
import { expect, sql, test } from './site'
import { dayPath } from './templates'

// Each row of what a site that moved here has to answer; rows that only an import can have are asked of one
// (lib/wordpress/addresses.corpus.test.ts).

const BOAT = '/the-last-boat/'
const TWO_PAGES = '/inside-the-cannery/'

async function leadsTo(request: APIRequestContext, address: string): Promise<[string, number, string | undefined]> {
  const first = await request.get(address, { maxRedirects: 0 })
  const { location } = first.headers()
  if (location === undefined) return [address, first.status(), undefined]
  expect([address, first.status()]).toEqual([address, 301])
  const second = await request.get(location, { maxRedirects: 0 })
  return [address, second.status(), location]
}

const day = () => dayPath(8)
const month = () => dayPath(6)
const year = () => dayPath(4)
const digits = (path: string) => path.replaceAll('/', '')
const idOf = (path: string) => sql<{ id: number }>('SELECT id FROM Article WHERE path = ?', path)[0]?.id

/** What is asked, and where it leads at once; the place itself is there. */
const MOVED: [string, string | (() => string), string | (() => string)][] = [
  ['missing slash', '/the-last-boat', BOAT],
  ['upper case', '/The-Last-Boat/', BOAT],
  ['an escape that is none needed, and capitals', '/%54he-last-boat/', BOAT],
  ['a trailing no-break space', '/the-last-boat/%C2%A0', BOAT],
  ['a page too many', '/the-last-boat/2/', BOAT],
  ['a page in capitals', '/Inside-The-Cannery/2', `${TWO_PAGES}2/`],
  ['a page of comments', '/the-last-boat/comment-page-2/', BOAT],
  ['a page of comments in capitals', '/The-last-boat/comment-page-2', BOAT],
  ['AMP', '/the-last-boat/amp/', BOAT],
  ['AMP of a page of comments', '/the-last-boat/comment-page-2/amp', BOAT],
  ['trackback', '/the-last-boat/trackback/', BOAT],
  ['embed, in capitals', '/The-Last-Boat/Embed', `${BOAT}embed/`],
  ['embed of a page of comments', '/the-last-boat/comment-page-2/embed/', BOAT],
  ['attachment', '/the-last-boat/attachment/img-1/', BOAT],
  ['a page of an article as of a list', '/the-last-boat/page/2/', BOAT],
  ['feed of an article, other ways', '/the-last-boat/feed/rss2/', `${BOAT}feed/`],
  ['feed of an article, without a slash', '/the-last-boat/feed', `${BOAT}feed/`],
  ['feed of an article, in capitals', '/The-Last-Boat/Feed/', `${BOAT}feed/`],
  ['feed of an article, short', '/the-last-boat/rss2/', `${BOAT}feed/`],
  ['feed of an article, short, Atom', '/The-last-boat/atom/', `${BOAT}feed/atom/`],
  ['category, missing slash', '/category/harbour', '/category/harbour/'],
  ['category, upper case', '/category/Harbour/Ferries/', '/category/harbour/ferries/'],
  ['category, all in capitals', '/CATEGORY/HARBOUR/FERRIES/', '/category/harbour/ferries/'],
  ['category, page 1', '/category/harbour/page/1/', '/category/harbour/'],
  ['category, feed', '/category/harbour/feed/rss2/', '/category/harbour/feed/'],
  ['tag, upper case', '/tag/Ferries', '/tag/ferries/'],
  ['tag, all in capitals', '/TAG/FERRIES', '/tag/ferries/'],
  ['tag, feed', '/tag/ferries/feed/rdf/', '/tag/ferries/feed/'],
  ['author, upper case', '/author/Maren-Oldacre', '/author/maren-oldacre/'],
  ['author, feed', '/author/maren-oldacre/feed', '/author/maren-oldacre/feed/'],
  ['year, missing slash', () => year().slice(0, -1), year],
  ['month, a bad one', () => `${year()}13/`, year],
  ['day, a bad one', () => `${month()}32/`, month],
  ['day, feed', () => `${day()}feed/rss/`, () => `${day()}feed/`],
  ['front, page 1', '/page/1/', '/'],
  ['search', '/?s=ferry', '/search/?q=ferry'],
  ['search, page 2', '/?s=the&paged=2', '/search/page/2/?q=the'],
  ['search in the path', '/search/ferry/', '/search/?q=ferry'],
  ['search, feed', '/search/ferry/feed/rss2/', '/search/feed/?q=ferry'],
  ['search, feed by parameters', '/?s=ferry&feed=atom', '/search/feed/atom/?q=ferry'],
  ['article by number', () => `/?p=${idOf(BOAT)}`, BOAT],
  ['article by number, in the file', () => `/index.php?p=${idOf(BOAT)}`, BOAT],
  ['article by number, its feed', () => `/?feed=rss2&p=${idOf(BOAT)}`, `${BOAT}feed/`],
  ['page by number', () => `/?page_id=${idOf('/about/')}`, '/about/'],
  ['article by name', '/?name=the-last-boat', BOAT],
  ['page by name', '/?pagename=about', '/about/'],
  ['category by name', '/?category_name=ferries&paged=1', '/category/harbour/ferries/'],
  ['tag by name', '/?tag=ferries', '/tag/ferries/'],
  ['author by name', '/?author_name=maren-oldacre', '/author/maren-oldacre/'],
  ['month by number', () => `/?m=${digits(month())}`, month],
  ['day by numbers', () => `/?m=${digits(day())}&utm_source=x`, day],
  ['list by page', '/?paged=2', '/page/2/'],
  ['feed by parameter', '/?feed=rss2', '/feed/'],
  ['feed by parameter, Atom', '/?feed=atom', '/feed/atom/'],
  ['feed of comments by parameter', '/?feed=comments-rss2', '/comments/feed/'],
  ['feed of a tag by parameter', '/?tag=ferries&feed=rss2', '/tag/ferries/feed/'],
  ['feed, other ways', '/feed/rdf/', '/feed/'],
  ['feed of comments, without a slash', '/comments/feed', '/comments/feed/'],
  ['feed, short', '/rss2/', '/feed/'],
  ['feed, old file', '/wp-rss2.php', '/feed/'],
  ['feed, old file, Atom', '/wp-atom.php', '/feed/atom/'],
  ['feed of comments, old file', '/wp-commentsrss2.php', '/comments/feed/'],
  ['the file of it all', '/index.php', '/'],
  ['sitemap', '/wp-sitemap.xml', '/sitemap.xml'],
  ['sitemap of posts', '/wp-sitemap-posts-post-1.xml', '/sitemap.xml'],
  ['sitemap of tags', '/wp-sitemap-taxonomies-post_tag-1.xml', '/sitemap.xml'],
  ['sitemap of people', '/wp-sitemap-users-1.xml', '/sitemap.xml'],
  ['sitemap, its looks', '/wp-sitemap.xsl', '/sitemap.xml'],
  ['sitemap, Yoast’s', '/sitemap_index.xml', '/sitemap.xml'],
  ['sitemap of posts, Yoast’s', '/post-sitemap1.xml', '/sitemap.xml'],
]

const said = (text: string | (() => string)) => (typeof text === 'string' ? text : text())

for (const [name, asked, to] of MOVED) {
  test(`one step away: ${name}`, async ({ request }) => {
    expect(await leadsTo(request, said(asked))).toEqual([said(asked), 200, said(to)])
  })
}

test('answered where they stand: what WordPress adds that changes nothing', async ({ request }) => {
  for (const query of ['?amp=1', '?amp', '?m=1', '?utm_source=a&fbclid=b', '?feed', '?preview=true']) {
    const response = await request.get(BOAT + query, { maxRedirects: 0 })
    expect([query, response.status()]).toEqual([query, 200])
    expect(await response.text()).toContain(`<link rel="canonical" href="${process.env.BASE_URL}${BOAT}"/>`)
  }
})

test('answered where they stand: feeds, robots, icon', async ({ request }) => {
  for (const path of ['/feed/', '/feed/atom/', '/comments/feed/', `${BOAT}feed/`, '/robots.txt', '/favicon.ico']) {
    expect([path, (await request.get(path, { maxRedirects: 0 })).status()]).toEqual([path, 200])
  }
})

test('what names nothing is not there, and leads nowhere', async ({ request }) => {
  const missing = [
    ...['/?p=999999', '/?p=0', '/?p=99999999999', '/?page_id=x', '/?cat=999999', '/?author=999999', '/?tag=nowhere'],
    ...['/?name=nowhere', '/?attachment_id=999999', '/nowhere/amp/', '/nowhere/feed/', '/nowhere/comment-page-2/'],
    ...[
      '/nowhere/2/',
      '/category/nowhere/feed/',
      '/1871/feed/',
      '/wp-json/nothing/',
      '/the-last-boat/img-1/',
      '/page/999/',
    ],
  ]
  for (const path of missing) {
    expect([path, (await request.get(path, { maxRedirects: 0 })).status()]).toEqual([path, 404])
  }
})

test('what is not public is found by no number, name, part or feed of it', async ({ request }) => {
  const path = '/copper-gone/'
  const id = idOf(path)
  const forms = [
    `/?p=${id}`,
    '/?name=copper-gone',
    `${path}amp/`,
    `${path}feed/`,
    `${path}comment-page-2/`,
    `${path}2/`,
  ]
  // Whoever may wait for a comment of theirs gets what is rendered for them, and nothing that was kept.
  const headers = { cookie: 'comment_held=0' }
  const statuses = () =>
    Promise.all(forms.map(async (form) => (await request.get(form, { headers, maxRedirects: 0 })).status()))
  try {
    sql(`UPDATE Article SET status = 'DRAFT' WHERE id = ?`, id)
    expect(await statuses()).toEqual(forms.map(() => 404))
  } finally {
    sql(`UPDATE Article SET status = 'PUBLISHED' WHERE id = ?`, id)
  }
  // Planted: public, each of them is found.
  expect(await statuses()).toEqual([301, 301, 301, 200, 301, 301])
})

test('what only WordPress had is gone, and costs nothing', async ({ request }) => {
  for (const path of [
    '/xmlrpc.php',
    '/wp-login.php',
    '/wp-admin/',
    '/wp-admin/admin-ajax.php',
    '/wp-comments-post.php',
  ]) {
    expect([path, (await request.get(path)).status()]).toEqual([path, 410])
    expect([path, (await request.post(path, { data: 'a=b' })).status()]).toEqual([path, 410])
  }
})
