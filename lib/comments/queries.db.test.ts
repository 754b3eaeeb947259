import { beforeAll, expect, test } from 'vitest'
import { transact } from '@/lib/invalidation'
import { addArticle } from '@/lib/testing/articles'
import { testDatabase } from '@/lib/testing/test-database'
import { type CommentInput, insertComments } from './mutations'
import { findCommentPage, getDiscussionPage } from './queries'

const site = testDatabase()
const MAX_DEPTH = 5

/** Comments 1 to 150, every third answering the one before it; 151 is a mention, 152 is held. */
const comments = Array.from({ length: 152 }, (_, i) => i + 1).map((id): CommentInput & { id: number } => ({
  id,
  articleId: 0,
  parentId: id % 3 === 0 && id <= 150 ? id - 1 : null,
  status: id === 152 ? 'HELD' : 'APPROVED',
  kind: id === 151 ? 'PINGBACK' : 'COMMENT',
  authorName: `Reader ${id}`,
  authorUrl: null,
  text: `Words ${id}.`,
  createdAt: new Date(Date.UTC(2026, 10, 22) + id * 1000),
  email: '',
  address: '',
  userAgent: '',
  moderatedBy: null,
  source: null,
}))

let long = 0
let short = 0
beforeAll(async () => {
  long = await addArticle(site.db)
  short = await addArticle(site.db)
  await transact(site.db, async (tx) => {
    await insertComments(
      tx,
      comments.map((comment) => ({ ...comment, articleId: long })),
    )
    const some = comments.slice(0, 100)
    const beside = some.map((comment) => ({ ...comment, id: comment.id + 1_000, parentId: null, articleId: short }))
    await insertComments(tx, beside)
  })
})

const idsOf = (page: Awaited<ReturnType<typeof getDiscussionPage>>) => page?.comments.map(({ id }) => id)

test('a hundred comments stand on one page, and there is no second', async () => {
  expect(await getDiscussionPage(site.db, short, MAX_DEPTH)).toMatchObject({ page: 1, pages: 1, total: 100 })
  expect(await getDiscussionPage(site.db, short, MAX_DEPTH, { page: 2 })).toBeNull()
})

test('more are parted, no thread across two pages, mentions last; each is there once', async () => {
  const first = await getDiscussionPage(site.db, long, MAX_DEPTH)
  const second = await getDiscussionPage(site.db, long, MAX_DEPTH, { page: 2 })
  expect(first).toMatchObject({ page: 1, pages: 2, total: 150 })
  expect(idsOf(first)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1))
  expect(idsOf(second)).toEqual(Array.from({ length: 51 }, (_, i) => i + 101))
  expect(await getDiscussionPage(site.db, long, MAX_DEPTH, { page: 3 })).toBeNull()
})

test('the page on which a comment stands is found, also that of a held one for its writer alone', async () => {
  expect(await getDiscussionPage(site.db, long, MAX_DEPTH, { commentId: 120 })).toMatchObject({ page: 2 })
  expect(await getDiscussionPage(site.db, long, MAX_DEPTH, { commentId: 4_711 })).toMatchObject({ page: 1 })
  const own = await getDiscussionPage(site.db, long, MAX_DEPTH, { commentId: 152, ownHeldIds: [152] })
  expect(own).toMatchObject({ page: 2, total: 150 })
  expect(idsOf(own)).toContain(152)
  expect(idsOf(await getDiscussionPage(site.db, long, MAX_DEPTH, { commentId: 152 }))).not.toContain(152)
  expect(await findCommentPage(site.db, long, MAX_DEPTH, 101)).toBe(2)
  expect(await findCommentPage(site.db, long, MAX_DEPTH, 2)).toBe(1)
})
