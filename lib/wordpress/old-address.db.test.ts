import { beforeAll, expect, test } from 'vitest'
import { moveAddress } from '@/lib/articles/editing/address-mutations'
import { transact } from '@/lib/invalidation'
import { getSiteFacts } from '@/lib/site/facts'
import { addArticle } from '@/lib/testing/articles'
import { importText } from '@/lib/testing/import-export'
import { testDatabase } from '@/lib/testing/test-database'
import { item, SITE, wxr } from '@/lib/testing/wxr'
import { findOldAddress, findQueried } from './old-address-queries'
import { readOldQuery } from './old-query'

const site = testDatabase()

const picture = (id: number, parent: number, link: string) =>
  item(id, {
    fields: {
      'wp:post_type': 'attachment',
      'wp:status': 'inherit',
      'wp:post_parent': parent,
      'wp:post_name': `img-${id}`,
      'wp:attachment_url': `${SITE}/wp-content/uploads/2024/01/img-${id}.jpg`,
      link: SITE + link,
    },
  })

beforeAll(async () => {
  // Written here before anything came from elsewhere; its number is one that a post has too.
  await addArticle(site.db, { slug: 'own' })
  const all = {
    authors: [{ author_id: 9, author_login: 'maren', author_display_name: 'Maren' }],
    categories: [
      { term_id: 31, category_nicename: 'harbour', cat_name: 'Harbour', category_parent: '' },
      { term_id: 32, category_nicename: 'ferries', cat_name: 'Ferries', category_parent: 'harbour' },
    ],
    items: [
      item(1, { terms: [['category', 'ferries', 'Ferries']] }),
      item(2, { fields: { 'wp:status': 'draft', link: `${SITE}/?p=2` } }),
      picture(40, 1, '/tide-1/img-40/'),
      picture(41, 1, '/?attachment_id=41'),
      picture(42, 2, '/tide-2/img-42/'),
    ],
  }
  await importText(site.url, wxr(all))
  await importText(site.url, wxr(all))
})

async function led(query: string): Promise<string | null> {
  const old = readOldQuery(new URLSearchParams(query))
  return old && findQueried(site.db, await getSiteFacts(site.db), old)
}

test.each([
  ['p=1', '/tide-1/'],
  ['p=1&feed=atom', '/tide-1/feed/atom/'],
  ['cat=32', '/category/harbour/ferries/'],
  ['cat=31&paged=2', '/category/harbour/page/2/'],
  ['cat=32&feed=rss2', '/category/harbour/ferries/feed/'],
  ['author=9', '/author/maren/'],
  ['attachment_id=40', '/tide-1/'],
  ['attachment_id=41', '/tide-1/'],
  ['name=tide-1', '/tide-1/'],
  ['category_name=ferries', '/category/harbour/ferries/'],
])('?%s leads to %s', async (query, to) => {
  expect(await led(query)).toBe(to)
})

test('drafts, what belongs to them, and numbers that nothing has, lead nowhere', async () => {
  for (const query of ['p=2', 'name=tide-2', 'attachment_id=42', 'p=777', 'cat=777', 'author=777'])
    expect([query, await led(query)]).toEqual([query, null])
})

test('what was written here is found by its own number where no post has it', async () => {
  const { id } = await site.db.article.findUniqueOrThrow({ where: { path: '/own/' } })
  const later = await addArticle(site.db, { slug: 'later' })
  expect(await led(`p=${later}`)).toBe('/later/')
  expect([id, await led('p=1')]).toEqual([1, '/tide-1/'])
})

test('an attachment’s own page leads to its article, in one step also after that moved', async () => {
  const redirect = { where: { fromPath: '/tide-1/img-40/' }, select: { toPath: true } }
  expect(await site.db.redirect.findUnique(redirect)).toEqual({ toPath: '/tide-1/' })
  expect(await findOldAddress(site.db, '/TIDE-1/comment-page-2/amp/')).toBe('/tide-1/')
  await transact(site.db, async (tx) => {
    await tx.article.update({ where: { path: '/tide-1/' }, data: { path: '/moved/', pathFolded: '/moved' } })
    await moveAddress(tx, '/tide-1/', '/moved/', new Date())
  })
  expect(await site.db.redirect.findUnique(redirect)).toEqual({ toPath: '/moved/' })
  for (const path of ['/tide-1/amp/', '/Tide-1/attachment/x/', '/moved/embed']) {
    expect([path, await findOldAddress(site.db, path)]).toEqual([path, '/moved/'])
  }
  expect(await findOldAddress(site.db, '/tide-1/rss2/')).toBe('/moved/feed/')
})
