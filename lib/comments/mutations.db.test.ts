import { expect, test } from 'vitest'
import { commentSettingsSchema } from '@/lib/site/settings'
import { addArticle } from '@/lib/testing/articles'
import { testDatabase } from '@/lib/testing/test-database'
import type { Reply } from './reply'

const { leaveReply, moderateComments } = await import('./mutations')
const { replyToken } = await import('./token')
const { findPreviewId } = await import('./queries')
const { listComments } = await import('@/lib/testing/comments')
const { previewHash } = await import('./token')

const site = testDatabase()
const settings = commentSettingsSchema.parse({})
const noon = new Date('2026-11-22T12:00:00Z')
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000)

let readers = 0
/** A reader nobody has heard of, at an address of their own. */
function reader() {
  readers++
  return { name: `Reader ${readers}`, email: `reader-${readers}@ellerhaven.example`, address: `192.0.2.${readers}` }
}

function leave(articleId: number, who: ReturnType<typeof reader>, over: Partial<Reply> = {}, at = noon) {
  const reply: Reply = {
    articleId,
    parentId: null,
    text: 'I was there.',
    name: who.name,
    email: who.email,
    url: null,
    token: replyToken(articleId, at),
    trapped: false,
    remember: false,
    ...over,
  }
  return leaveReply(site.db, reply, { address: who.address, userAgent: 'test' }, settings, at)
}

async function approved(articleId: number, who: ReturnType<typeof reader>, over: Partial<Reply> = {}, at = noon) {
  const result = await leave(articleId, who, over, at)
  if (!result.ok) throw new Error(result.reason)
  await moderateComments(site.db, [result.comment.id], 'approve', 'test', at)
  return result.comment.id
}

const texts = async (articleId: number) => (await listComments(site.db, articleId)).map(({ text }) => text)

test('a first comment is held: no reader sees it, and it is not counted', async () => {
  const id = await addArticle(site.db)
  expect(await leave(id, reader())).toMatchObject({ ok: true, comment: { status: 'HELD' } })
  expect(await texts(id)).toEqual([])
  expect((await site.db.article.findUnique({ where: { id } }))?.commentCount).toBe(0)
})

test('approved it is shown and counted, and its writer’s next one is published at once', async () => {
  const id = await addArticle(site.db)
  const who = reader()
  await approved(id, who)
  expect(await leave(id, who, { text: 'Again.' }, after(60))).toMatchObject({ comment: { status: 'APPROVED' } })
  expect(await texts(id)).toEqual(['I was there.', 'Again.'])
  expect((await site.db.article.findUnique({ where: { id } }))?.commentCount).toBe(2)
})

test('the same name with another e-mail address is not known', async () => {
  const id = await addArticle(site.db)
  const who = reader()
  await approved(id, who)
  const other = { ...reader(), name: who.name }
  expect(await leave(id, other, {}, after(60))).toMatchObject({ comment: { status: 'HELD' } })
})

test('e-mail addresses are the same whatever their case', async () => {
  const id = await addArticle(site.db)
  const who = reader()
  await approved(id, who)
  const shouting = { ...who, email: who.email.toUpperCase() }
  expect(await leave(id, shouting, { text: 'Again.' }, after(60))).toMatchObject({ comment: { status: 'APPROVED' } })
})

test('an old token holds the comment of somebody known', async () => {
  const id = await addArticle(site.db)
  const who = reader()
  await approved(id, who)
  const late = await leave(id, who, { text: 'Late.', token: replyToken(id, after(-8 * 86_400)) }, after(60))
  expect(late).toMatchObject({ comment: { status: 'HELD' } })
})

test('the second within fifteen seconds is refused, by e-mail address and by address', async () => {
  const id = await addArticle(site.db)
  const who = reader()
  await leave(id, who)
  expect(await leave(id, { ...reader(), email: who.email }, { text: 'b' }, after(14))).toEqual({
    ok: false,
    reason: 'flood',
  })
  expect(await leave(id, { ...reader(), address: who.address }, { text: 'c' }, after(14))).toEqual({
    ok: false,
    reason: 'flood',
  })
  expect(await leave(id, who, { text: 'd' }, after(16))).toMatchObject({ ok: true })
})

test('the same words twice are one comment within five minutes, and a duplicate after', async () => {
  const id = await addArticle(site.db)
  const who = reader()
  const first = await leave(id, who)
  expect(await leave(id, who, {}, after(30))).toEqual(first)
  expect(await leave(id, who, {}, after(301))).toEqual({ ok: false, reason: 'duplicate' })
  expect(await site.db.comment.count({ where: { articleId: id } })).toBe(1)
})

test('closed articles, drafts and articles that are not there take nothing', async () => {
  const closed = await addArticle(site.db, { commentsOpen: false })
  expect(await leave(closed, reader())).toEqual({ ok: false, reason: 'closed' })
  const draft = await addArticle(site.db, { status: 'DRAFT' })
  expect(await leave(draft, reader())).toEqual({ ok: false, reason: 'missing' })
  expect(await leave(999_999, reader())).toEqual({ ok: false, reason: 'missing' })
  expect(await site.db.comment.count({ where: { articleId: { in: [closed, draft] } } })).toBe(0)
})

test('only an approved comment of the same article can be answered', async () => {
  const id = await addArticle(site.db)
  const other = await addArticle(site.db)
  const held = await leave(id, reader())
  const parentId = held.ok ? held.comment.id : 0
  expect(await leave(id, reader(), { parentId })).toEqual({ ok: false, reason: 'parentGone' })
  const shown = await approved(id, reader())
  expect(await leave(other, reader(), { parentId: shown })).toEqual({ ok: false, reason: 'parentGone' })
  expect(await leave(id, reader(), { parentId: shown })).toMatchObject({ ok: true })
})

test('what fills in the hidden field is spam, and is answered like anybody', async () => {
  const id = await addArticle(site.db)
  expect(await leave(id, reader(), { trapped: true })).toMatchObject({ ok: true, comment: { status: 'SPAM' } })
})

test('a held comment is shown to whoever has the address of its preview, for ten minutes', async () => {
  const id = await addArticle(site.db)
  const result = await leave(id, reader())
  if (!result.ok) throw new Error(result.reason)
  const { comment } = result
  const hash = previewHash(comment.id, comment.createdAt)
  expect(await findPreviewId(site.db, comment.id, hash, after(600))).toEqual([comment.id])
  expect(await findPreviewId(site.db, comment.id, hash, after(601))).toEqual([])
  expect(await findPreviewId(site.db, comment.id, 'guessed', after(1))).toEqual([])
  expect(await listComments(site.db, id, [comment.id])).toMatchObject([{ held: true }])
})

test('a verdict is recorded with who gave it, and spam disappears from the count', async () => {
  const id = await addArticle(site.db)
  const comment = await approved(id, reader())
  expect(await moderateComments(site.db, [comment], 'spam', 'Maren Oldacre', after(60))).toEqual([comment])
  expect(await moderateComments(site.db, [comment], 'spam', 'Maren Oldacre', after(61))).toEqual([])
  expect(await site.db.comment.findUnique({ where: { id: comment } })).toMatchObject({
    status: 'SPAM',
    moderatedBy: 'Maren Oldacre',
    moderatedAt: after(60),
  })
  expect((await site.db.article.findUnique({ where: { id } }))?.commentCount).toBe(0)
})

test('ten replies at once get ten numbers', async () => {
  const id = await addArticle(site.db)
  const results = await Promise.all(Array.from({ length: 10 }, (_, i) => leave(id, reader(), { text: `Reply ${i}` })))
  const ids = results.map((result) => (result.ok ? result.comment.id : 0))
  expect(new Set(ids).size).toBe(10)
})

test('nothing that readers are shown tells an e-mail address, an address or an agent', async () => {
  const id = await addArticle(site.db)
  const who = reader()
  await approved(id, who)
  const shown = JSON.stringify(await listComments(site.db, id))
  for (const secret of [who.email, who.address, 'userAgent']) expect(shown).not.toContain(secret)
})
