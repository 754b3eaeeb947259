import { expect, test } from 'vitest'
import type { Role } from '@/generated/sqlite/enums'
import { ACTS, may, type Viewer } from '@/lib/auth/permissions'
import { transact } from '@/lib/invalidation'
import { addArticle } from '@/lib/testing/articles'
import { listComments } from '@/lib/testing/comments'
import { must } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { countQueues, exportPerson, getCase, listQueue } from './admin-queries'
import { decide, editComment, erasePerson, replyFromDesk } from './desk-mutations'
import { readDeskView } from './desk-view'
import { type CommentInput, insertComments, showComments } from './mutations'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')
const as = (role: Role): Viewer & { email: string } => ({
  id: `user-${role}`,
  name: `The ${role.toLowerCase()}`,
  role,
  authorId: null,
  address: '192.0.2.1',
  email: `${role.toLowerCase()}@courier.example`,
})
const editor = as('EDITOR')

let made = 0
async function addComment(over: Partial<CommentInput> & { articleId: number }): Promise<number> {
  // Apart, because a reply from the desk takes the next number.
  made += 10
  const id = made
  const comment: CommentInput & { id: number } = {
    id,
    parentId: null,
    status: 'HELD',
    kind: 'COMMENT',
    authorName: 'Perrin Askew',
    authorUrl: 'https://askew.example',
    text: `Comment ${id}.`,
    createdAt: new Date(now.getTime() + id * 1000),
    email: 'Perrin@askew.example',
    address: '192.0.2.9',
    userAgent: 'Browser',
    moderatedBy: null,
    source: null,
    ...over,
  }
  await transact(site.db, async (tx) => {
    await insertComments(tx, [comment])
    await showComments(tx, comment.articleId)
  })
  return id
}
const statusOf = async (id: number) => (await site.db.comment.findUniqueOrThrow({ where: { id } })).status
const countOf = async (id: number) => (await site.db.article.findUniqueOrThrow({ where: { id } })).commentCount
const lastEvent = () => site.db.auditEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })

test('what is decided is shown, counted, said in whose name, and can be taken back', async () => {
  const articleId = await addArticle(site.db)
  const ids = [await addComment({ articleId }), await addComment({ articleId })]
  expect(await decide(site.db, { ids, verdict: 'approve' }, editor, now)).toEqual({ ok: true, ids })
  expect(await countOf(articleId)).toBe(2)
  expect(await lastEvent()).toMatchObject({ act: 'comments.moderate', actorName: 'The editor', result: 'DONE' })
  expect(await decide(site.db, { ids, verdict: 'approve' }, editor, now)).toEqual({ ok: true, ids: [] })
  await decide(site.db, { ids, verdict: 'hold' }, editor, now)
  expect([await countOf(articleId), await statusOf(ids[0] ?? 0)]).toEqual([0, 'HELD'])
})

test('a comment whose words are changed is seen so, and what stood there is not lost', async () => {
  const articleId = await addArticle(site.db)
  const id = await addComment({ articleId, status: 'APPROVED', text: 'Ring 555 0100.' })
  expect(await editComment(site.db, { id, text: 'Ring us.' }, editor, now)).toEqual({ ok: true })
  expect((await listComments(site.db, articleId)).map(({ text }) => text)).toEqual(['Ring us.'])
  expect(await lastEvent()).toMatchObject({ act: 'comments.edit', details: { before: 'Ring 555 0100.' } })
  expect(await editComment(site.db, { id: 9_999_999, text: 'x' }, editor, now)).toEqual({ ok: false, reason: 'gone' })
})

test('a reply from the desk is published with what it answers', async () => {
  const articleId = await addArticle(site.db)
  const id = await addComment({ articleId })
  const reply = await replyFromDesk(site.db, { id, text: 'We asked them.' }, editor, now)
  expect(reply.ok).toBe(true)
  expect(await statusOf(id)).toBe('APPROVED')
  expect(await countOf(articleId)).toBe(2)
  await decide(site.db, { ids: [id], verdict: 'trash' }, editor, now)
  expect(await replyFromDesk(site.db, { id, text: 'Again.' }, editor, now)).toEqual({ ok: false, reason: 'gone' })
})

test('a list waits oldest first, and is found by person, by number and by article', async () => {
  const articleId = await addArticle(site.db)
  const email = 'maud@ostrey.example'
  const ids = [await addComment({ articleId, email }), await addComment({ articleId, email })]
  const find = async (query: Record<string, string>) =>
    (await listQueue(site.db, editor, readDeskView(query))).comments.map(({ id }) => id)
  expect(await find({ find: 'MAUD@ostrey.example' })).toEqual(ids)
  expect(await find({ article: String(articleId) })).toEqual(ids)
  await decide(site.db, { ids, verdict: 'spam' }, editor, now)
  expect(await find({ article: String(articleId) })).toEqual([])
  expect(await find({ view: 'spam', article: String(articleId) })).toEqual(ids.toReversed())
  expect(await find({ find: `#${ids[0]}` })).toEqual([ids[0]])
  expect((await countQueues(site.db, editor)).spam).toBeGreaterThanOrEqual(2)
})

test('a case has its thread from the top down, and what else its person wrote', async () => {
  const articleId = await addArticle(site.db)
  const top = await addComment({ articleId, status: 'APPROVED', email: 'corin@blythe.example' })
  const middle = await addComment({ articleId, status: 'APPROVED', parentId: top, email: 'nan@harbour.example' })
  const id = await addComment({ articleId, parentId: middle, email: 'dag@quill.example', address: '192.0.2.77' })
  await addComment({ articleId, status: 'SPAM', email: 'dag@quill.example', address: '192.0.2.77' })
  await addComment({ articleId, email: 'other@quill.example', address: '192.0.2.77' })
  const found = await getCase(site.db, editor, id, now)
  expect(found?.above.map((said) => said.id)).toEqual([top, middle])
  expect(found?.person).toEqual({
    email: 'dag@quill.example',
    tally: { held: 1, approved: 0, spam: 1, trash: 0 },
    sameAddress: 1,
  })
  expect((await getCase(site.db, editor, top, now))?.below.map((said) => said.id)).toEqual([middle])
})

test('a person gets what is kept of them; erased, their words stay and nothing else does', async () => {
  const articleId = await addArticle(site.db)
  const id = await addComment({
    articleId,
    status: 'APPROVED',
    email: 'gone@askew.example',
    text: 'Call me: 555 0199.',
  })
  const admin = as('ADMIN')
  expect(await exportPerson(site.db, admin, 'GONE@askew.example')).toMatchObject([
    { id, text: 'Call me: 555 0199.', email: 'gone@askew.example', address: '192.0.2.9', userAgent: 'Browser' },
  ])
  const erase = { email: 'Gone@askew.example', anonymous: 'Anonymous' }
  must(await editComment(site.db, { id, text: 'My words.' }, editor, now))
  expect(await erasePerson(site.db, erase, admin, now)).toEqual({ ok: true, comments: 1, reports: 0, events: 1 })
  const [seen] = await listComments(site.db, articleId)
  expect(seen).toMatchObject({ id, authorName: 'Anonymous', authorUrl: null, text: 'My words.' })
  expect(await exportPerson(site.db, admin, 'gone@askew.example')).toEqual([])
  expect(JSON.stringify(await site.db.auditEvent.findMany())).not.toMatch(/gone@askew|555 0199/)
  expect(await erasePerson(site.db, erase, admin, now)).toEqual({ ok: false, reason: 'gone' })
})

test.each(['CONTRIBUTOR', 'AUTHOR'] as const)('%s neither sees nor decides anything here', async (role) => {
  const viewer = as(role)
  const articleId = await addArticle(site.db)
  const id = await addComment({ articleId })
  const refused = { ok: false, reason: 'forbidden' }
  expect(ACTS.filter((act) => act.startsWith('comments.') && may(viewer, act))).toEqual([])
  expect(await decide(site.db, { ids: [id], verdict: 'approve' }, viewer, now)).toEqual(refused)
  expect(await editComment(site.db, { id, text: 'Mine.' }, viewer, now)).toEqual(refused)
  expect(await replyFromDesk(site.db, { id, text: 'Mine.' }, viewer, now)).toEqual(refused)
  expect(await erasePerson(site.db, { email: 'perrin@askew.example', anonymous: '-' }, viewer, now)).toEqual(refused)
  expect(await getCase(site.db, viewer, id, now)).toBeNull()
  expect((await listQueue(site.db, viewer, readDeskView({}))).comments).toEqual([])
  expect(await exportPerson(site.db, viewer, 'perrin@askew.example')).toBeNull()
  expect(await site.db.comment.findUniqueOrThrow({ where: { id } })).toMatchObject({
    status: 'HELD',
    authorName: 'Perrin Askew',
  })
})

test('an editor moderates, and does not erase', async () => {
  const result = await erasePerson(site.db, { email: 'perrin@askew.example', anonymous: '-' }, editor, now)
  expect(result).toEqual({ ok: false, reason: 'forbidden' })
  expect(await lastEvent()).toMatchObject({ act: 'comments.erasePerson', result: 'REFUSED' })
})
