import { beforeAll, beforeEach, expect, test } from 'vitest'
import { recount } from '@/lib/archives/mutations'
import type { ArticleInput } from '@/lib/articles/input'
import { replaceArticle } from '@/lib/articles/mutations'
import { addAuthors } from '@/lib/authors/mutations'
import { insertComments, moderateComments } from '@/lib/comments/mutations'
import { onInvalidation, transact } from '@/lib/invalidation'
import { addMedia } from '@/lib/media/mutations'
import { type PageContext, runInPageContext } from '@/lib/page-context'
import { getSiteFacts } from '@/lib/site/facts'
import { CategoryTree } from '@/lib/taxonomy/category-tree'
import { addCategory, addTags, describeTag } from '@/lib/taxonomy/mutations'
import { addArticles, articleInput } from '@/lib/testing/articles'
import { askData, dataAddresses } from '@/lib/testing/data-answers'
import { testDatabase } from '@/lib/testing/test-database'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')
const SITE = 'http://localhost'
const known = { parent: 0, child: 0, tag: 0, author: 0, boat: 0 }
const picture = { src: '/media/boat.jpg', alt: '', caption: '', credit: '', width: 12, height: 8 }
let input: ArticleInput
let heard = new Set<string>()
onInvalidation((tags) => {
  for (const tag of tags) heard.add(tag)
})
beforeEach(() => {
  heard = new Set()
})

beforeAll(async () => {
  const names = { name: 'Harbour', description: '', position: 0 }
  await transact(site.db, async (tx) => {
    known.parent = await addCategory(tx, { ...names, slug: 'harbour', path: 'harbour', parentId: null })
    const below = { ...names, slug: 'ferries', path: 'harbour/ferries', parentId: known.parent }
    known.child = await addCategory(tx, below)
    ;[known.tag = 0] = await addTags(tx, [{ slug: 'night', name: 'Night', description: '' }])
    ;[known.author = 0] = await addAuthors(tx, [{ slug: 'maren', name: 'Maren', bio: '', source: null }])
    const file = { path: '/media/boat.jpg', mimeType: 'image/jpeg', alt: '', caption: '', credit: '', sourceUrl: null }
    await addMedia(tx, [{ ...file, width: 12, height: 8, storedAt: now, createdAt: now, source: null }])
  })
  const filed = { categoryIds: [known.child], tagIds: [known.tag], authorIds: [known.author] }
  input = articleInput({ ...filed, slug: 'boat', headline: 'Boat' })
  ;[known.boat = 0] = await addArticles(site.db, [input, articleInput({ slug: 'other' })])
})

type Kept = { answer: string; tags: Set<string> }

async function readAll(): Promise<Map<string, Kept>> {
  const articles = await site.db.article.findMany({
    orderBy: { id: 'asc' },
    select: { id: true, path: true, slug: true },
  })
  const all = new Map<string, Kept>()
  for (const address of dataAddresses(SITE, articles, 'boat')) {
    const context: PageContext = { requestId: '', url: '', clientAddress: '', queries: 0, tags: new Set() }
    const answer = await runInPageContext(context, async () =>
      askData({ db: site.db, facts: await getSiteFacts(site.db), siteUrl: SITE, now }, address),
    )
    all.set(address, { answer: JSON.stringify(answer), tags: context.tags })
  }
  return all
}

/** What says something else after a change, and of that what would still be kept as it was. */
async function after(change: () => Promise<unknown>) {
  const before = await readAll()
  heard = new Set()
  await change()
  const now = await readAll()
  // Some addresses name every article, and are others when there is one more.
  const changed = [...before].filter(([address, { answer }]) => (now.get(address)?.answer ?? answer) !== answer)
  return {
    changed: changed.map(([address]) => address),
    stale: changed.filter(([, { tags }]) => ![...tags].some((tag) => heard.has(tag))).map(([address]) => address),
  }
}

async function edit(over: Partial<ArticleInput>): Promise<void> {
  input = { ...input, ...over }
  const categories = new CategoryTree(await site.db.category.findMany())
  await transact(site.db, async (tx) => {
    await recount(tx, await replaceArticle(tx, known.boat, input, { timeZone: 'UTC', categories }))
  })
}

const CHANGES: [string, () => Promise<unknown>, string[]][] = [
  [
    'a headline',
    () => edit({ headline: 'Another boat' }),
    ['/api/v1/articles?limit=100', '/wp-json/wp/v2/posts?per_page=100&_embed'],
  ],
  ['a picture', () => edit({ leadImage: picture }), ['/wp-json/wp/v2/media?per_page=100&_embed']],
  [
    'another category',
    () => edit({ categoryIds: [known.parent, known.child] }),
    ['/wp-json/wp/v2/categories?per_page=100&_embed'],
  ],
  ['what a tag is', () => transact(site.db, (tx) => describeTag(tx, known.tag, 'Late.')), ['/api/v1/tags?limit=100']],
  [
    'a new article',
    () => addArticles(site.db, [articleInput({ slug: 'boat-two', authorIds: [known.author] })]),
    ['/api/v1/authors?limit=100'],
  ],
  [
    'a page',
    () => addArticles(site.db, [articleInput({ kind: 'PAGE', slug: 'about-boat', noIndex: true })]),
    ['/wp-json/wp/v2/pages?per_page=100&_embed'],
  ],
  ['a comment', comment, ['/wp-json/wp/v2/comments?per_page=100&_embed', '/api/v1/comments?limit=100']],
  [
    'a withdrawal',
    () => edit({ status: 'WITHDRAWN' }),
    ['/api/v1/tags?limit=100', '/wp-json/wp/v2/media?per_page=100&_embed'],
  ],
]

async function comment(): Promise<void> {
  const words = {
    authorName: 'R.',
    authorUrl: null,
    text: 'Hear.',
    email: 'r@mail.example',
    address: '',
    userAgent: '',
  }
  const rest = { parentId: null, kind: 'COMMENT', moderatedBy: null, source: null, status: 'HELD' } as const
  await transact(site.db, (tx) =>
    insertComments(tx, [{ ...words, ...rest, id: 1, articleId: known.boat, createdAt: now }]),
  )
  await moderateComments(site.db, [1], 'approve', 'Ines', now)
}

test.each(CHANGES)('%s changes answers for programs, and none of those is kept', async (_, change, shown) => {
  const { changed, stale } = await after(change)
  expect(stale).toEqual([])
  expect(changed).toEqual(expect.arrayContaining(shown))
})

test('planted: a change that tells nobody leaves answers behind', async () => {
  const silently = site.db.tag.update({ where: { id: known.tag }, data: { name: 'Midnight' } })
  await edit({ status: 'PUBLISHED' })
  const { stale } = await after(() =>
    silently.then(() => site.db.article.update({ where: { id: known.boat }, data: { headline: 'Silent' } })),
  )
  expect(stale).toContain('/api/v1/articles?limit=100')
})
