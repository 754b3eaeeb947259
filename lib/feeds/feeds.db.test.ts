import { beforeAll, expect, test } from 'vitest'
import { addAuthors } from '@/lib/authors/mutations'
import { insertComments, nextCommentId, showComments } from '@/lib/comments/mutations'
import { changed, transact } from '@/lib/invalidation'
import { getSiteFacts } from '@/lib/site/facts'
import { writeSetting } from '@/lib/site/mutations'
import { addCategory, addTags } from '@/lib/taxonomy/mutations'
import { CATEGORIES_TAG } from '@/lib/taxonomy/shown-tags'
import { addArticle } from '@/lib/testing/articles'
import { testDatabase } from '@/lib/testing/test-database'
import type { Feed, FeedFormat } from './feed'
import { findFeed } from './subject-queries'

const site = testDatabase()
const SITE = 'https://news.example'
const noon = new Date('2026-11-22T12:00:00Z')

let boat = 0

async function addComment(articleId: number, text: string, status: 'APPROVED' | 'HELD', at: Date): Promise<number> {
  return transact(site.db, async (tx) => {
    const id = await nextCommentId(tx)
    const words = { authorName: 'R. <b>', authorUrl: null, text, email: 'r@example.org', address: '', userAgent: '' }
    const rest = { parentId: null, kind: 'COMMENT', moderatedBy: null, source: null } as const
    await insertComments(tx, [{ id, articleId, status, createdAt: at, ...words, ...rest }])
    await showComments(tx, articleId)
    return id
  })
}

beforeAll(async () => {
  const filed = await transact(site.db, async (tx) => {
    const names = { slug: 'harbour', path: 'harbour', name: 'Harbour', description: '', position: 0, parentId: null }
    const categoryId = await addCategory(tx, names)
    const tagIds = await addTags(tx, [{ slug: 'ferries', name: 'Ferries', description: '' }])
    const authorIds = await addAuthors(tx, [{ slug: 'maren', name: 'Maren', bio: '', source: null }])
    return { primaryCategoryId: categoryId, categoryIds: [categoryId], tagIds, authorIds }
  })
  const body = '<p>See <a href="/about/">us</a>.</p>'
  boat = await addArticle(site.db, { ...filed, slug: 'boat', headline: 'Boat', guid: 'https://old.example/?p=7', body })
  await addArticle(site.db, { slug: 'other', publishedAt: new Date('2019-03-05T08:00:00Z') })
  const gone = await addArticle(site.db, { slug: 'gone', status: 'WITHDRAWN' })
  await addComment(boat, 'Hear, hear.', 'APPROVED', noon)
  await addComment(boat, 'Not yet.', 'HELD', noon)
  await addComment(gone, 'Of what is gone.', 'APPROVED', noon)
})

async function found(base: string, query = '', format: FeedFormat = 'rss') {
  return findFeed({ db: site.db, facts: await getSiteFacts(site.db), siteUrl: SITE, now: noon }, base, query, format)
}

async function feed(base: string, query = ''): Promise<Feed> {
  const one = await found(base, query)
  if (!one || 'movedTo' in one) throw new Error(`${base} has no feed`)
  return one
}

const titles = ({ items }: Feed) => items.map(({ title }) => title)

test.each(['/', '/all/', '/category/harbour/', '/tag/ferries/', '/author/maren/', '/2026/', '/2026/11/22/'])(
  '%s has its articles in its feed, with their whole text and every address absolute',
  async (base) => {
    const { items, url, feedUrl } = await feed(base)
    expect(items[0]).toMatchObject({
      title: 'Boat',
      guid: 'https://old.example/?p=7',
      content: `<p>See <a href="${SITE}/about/">us</a>.</p>`,
      comments: { count: 1, feedUrl: `${SITE}/boat/feed/` },
    })
    expect([url, feedUrl]).toEqual([SITE + base, `${SITE}${base}feed/`])
  },
)

test('a date has what was published then, and a date without articles no feed', async () => {
  expect((await feed('/2019/')).items).toHaveLength(1)
  expect(await found('/2018/')).toBeNull()
  expect(await found('/2019/13/', '', 'atom')).toEqual({ movedTo: '/2019/feed/atom/' })
})

test('a search has what it finds, and WordPress’s address of it leads to ours', async () => {
  const search = await feed('/search/', 'boat')
  expect([titles(search), search.query]).toEqual([['Boat'], '?q=boat'])
  expect(await found('/search/late boat/', '', 'atom')).toEqual({ movedTo: '/search/feed/atom/?q=late%20boat' })
  expect(await found('/search/')).toBeNull()
})

test('comments are those that are approved, on what is public', async () => {
  const all = await feed('/comments/')
  expect(titles(all)).toEqual(['Comment on Boat by R. <b>'])
  expect(all.items[0]).toMatchObject({
    guid: expect.stringMatching(/^https:\/\/old\.example\/\?p=7#comment-\d+$/),
    url: expect.stringMatching(`^${SITE}/boat/#comment-`),
    content: '<p>Hear, hear.</p>',
    creators: ['R. <b>'],
  })
  const own = await feed('/Boat/')
  expect([titles(own), own.feedUrl]).toEqual([['By: R. <b>'], `${SITE}/boat/feed/`])
})

test('what is not there, or not public, has no feed', async () => {
  for (const base of ['/nowhere/', '/gone/', '/category/nowhere/', '/tag/x/', '/author/nobody/', '/tag/ferries/x/'])
    expect([base, await found(base)]).toEqual([base, null])
})

test('another language has a feed of its own, which speaks it and leads to its section', async () => {
  expect(await found('/ar/')).toBeNull()
  const id = await addArticle(site.db, { slug: 'قارب', headline: 'قارب', locale: 'ar' })
  await transact(site.db, (tx) => writeSetting(tx, 'site', { name: 'Post', said: { ar: { name: 'البريد' } } }))
  const head = { title: 'البريد', language: 'ar', url: `${SITE}/`, feedUrl: `${SITE}/ar/feed/` }
  expect(await feed('/ar/')).toMatchObject({ ...head, items: [{ title: 'قارب', locale: 'ar' }] })
  expect(titles(await feed('/'))).not.toContain('قارب')
  expect(await found('/en/', '', 'atom')).toEqual({ movedTo: '/feed/atom/' })
  expect(await found('/ar/x/')).toBeNull()
  const section = { slug: 'ar', path: 'ar', name: 'العربية', description: '', position: 1, parentId: null }
  const categoryId = await transact(site.db, (tx) => addCategory(tx, section))
  await site.db.category.update({ where: { id: categoryId }, data: { locale: 'ar' } })
  await transact(site.db, async (tx) => changed(tx, CATEGORIES_TAG))
  expect((await feed('/ar/')).url).toBe(`${SITE}/category/ar/`)
  // In the feed of all comments each is called what it is in its own language.
  await addComment(id, 'نعم', 'APPROVED', new Date(noon.getTime() + 1))
  expect((await feed('/comments/')).items[0]).toMatchObject({ title: 'تعليق على قارب كتبه R. <b>', locale: 'ar' })
  // An article at such an address is first.
  await addArticle(site.db, { slug: 'ar' })
  expect((await feed('/ar/')).items).toEqual([])
})
