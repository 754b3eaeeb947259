import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { moderateComments } from '@/lib/comments/mutations'
import { transact } from '@/lib/invalidation'
import { listFailedJobs } from '@/lib/jobs/admin-queries'
import type { Lane } from '@/lib/jobs/lease'
import { runDueJobs } from '@/lib/jobs/run'
import { writeSetting } from '@/lib/site/mutations'
import { addArticle } from '@/lib/testing/articles'
import { type Elsewhere, html, startElsewhere } from '@/lib/testing/elsewhere'
import { testDatabase } from '@/lib/testing/test-database'
import { noteMention, type Said } from './ask-mutations'
import { hearingLane } from './job-mutations'
import { TELLING_KEY } from './settings'

const site = testDatabase()
const HERE = 'http://localhost:3000'
const now = new Date('2026-11-28T12:00:00Z')
let elsewhere: Elsewhere
let lane: Lane
let articleId: number

beforeAll(async () => {
  elsewhere = await startElsewhere()
  lane = hearingLane(elsewhere.reach)
  articleId = await addArticle(site.db, { slug: 'boat', headline: 'The boat' })
})
afterAll(() => elsewhere.close())

const setHearing = (isOn: boolean) =>
  transact(site.db, (tx) => writeSetting(tx, TELLING_KEY, { receiveWebmentions: isOn, receivePingbacks: isOn }))
const closeAfter = (closeAfterDays: number) =>
  transact(site.db, (tx) => writeSetting(tx, 'comments', { closeAfterDays }))

beforeEach(async () => {
  await site.db.job.deleteMany()
  await site.db.comment.deleteMany()
  await setHearing(true)
  await closeAfter(0)
  elsewhere.pages.clear()
  elsewhere.heard.length = 0
})

const say = (over: Partial<Said> = {}, at = now) => {
  const said = {
    kind: 'WEBMENTION',
    source: `${elsewhere.url}/post`,
    target: `${HERE}/boat/`,
    address: '192.0.2.1',
  } as const
  return noteMention(site.db, { ...said, ...over }, at)
}
const listen = async (at = now) => {
  while (await runDueJobs(site.db, lane, () => at));
}
const comments = () =>
  site.db.comment.findMany({
    orderBy: { id: 'asc' },
    select: { id: true, articleId: true, kind: true, status: true, authorName: true, authorUrl: true, text: true },
  })
const LINK = `<a href="${HERE}/boat/#top">the boat</a>`
const page = (words: string) => html(`<title>A post</title><p>${words}</p>`)

test.each(['WEBMENTION', 'PINGBACK'] as const)('a page that links here becomes a held %s', async (kind) => {
  elsewhere.pages.set('/post', page(`We read ${LINK} today.`))
  expect(await say({ kind })).toEqual({ ok: true })
  expect(await comments()).toEqual([])
  await listen()
  expect(await comments()).toMatchObject([
    {
      ...{ articleId, kind, status: 'HELD', authorName: 'A post', authorUrl: `${elsewhere.url}/post` },
      text: 'We read the boat today.',
    },
  ])
  const { commentCount } = await site.db.article.findUniqueOrThrow({ where: { id: articleId } })
  expect(commentCount).toBe(0)
  expect(await site.db.commentSender.findFirst()).toMatchObject({ address: '192.0.2.1', email: '' })
})

test.each([
  ['the words alone', `${HERE}/boat/`],
  ['another article', `<a href="${HERE}/other/">x</a>`],
  ['another site with the same path', '<a href="http://third.example/boat/">x</a>'],
  ['its own page of that name', '<a href="/boat/">x</a>'],
  ['a comment', `<!-- ${LINK} -->`],
])('a page with %s does not link here', async (_, words) => {
  elsewhere.pages.set('/post', page(words))
  await say()
  await listen()
  expect([elsewhere.heard.length, await comments()]).toEqual([1, []])
})

test('another spelling of the address is the article too', async () => {
  elsewhere.pages.set('/post', page(`<a href="${HERE}/BOAT?utm_source=x">x</a>`))
  expect(await say({ target: `${HERE}/Boat` })).toEqual({ ok: true })
  await listen()
  expect(await comments()).toHaveLength(1)
})

test('other words after it was approved are held again; the same words change nothing', async () => {
  elsewhere.pages.set('/post', page(`We liked ${LINK}.`))
  await say()
  await listen()
  const [{ id = 0 } = {}] = await comments()
  await moderateComments(site.db, [id], 'approve', 'Ines', now)
  await say()
  await listen()
  expect(await comments()).toMatchObject([{ id, status: 'APPROVED' }])
  elsewhere.pages.set('/post', page(`Buy pills, not ${LINK}.`))
  await say()
  await listen()
  expect(await comments()).toMatchObject([{ id, status: 'HELD', text: 'Buy pills, not the boat.' }])
})

test('what was taken for spam stays spam, whatever it says next', async () => {
  elsewhere.pages.set('/post', page(LINK))
  await say()
  await listen()
  const [{ id = 0 } = {}] = await comments()
  await moderateComments(site.db, [id], 'spam', 'Ines', now)
  elsewhere.pages.set('/post', page(`Nicer words about ${LINK}`))
  await say()
  await listen()
  expect(await comments()).toMatchObject([{ id, status: 'SPAM', text: 'the boat' }])
})

test.each([
  ['links here no more', page('No link.')],
  ['is gone', undefined],
])('a page that %s is thrown away', async (_, after) => {
  elsewhere.pages.set('/post', page(LINK))
  await say()
  await listen()
  if (after) elsewhere.pages.set('/post', after)
  else elsewhere.pages.delete('/post')
  await say()
  await listen()
  expect(await comments()).toMatchObject([{ status: 'TRASH' }])
})

test('what cannot be a mention is refused before anybody is asked', async () => {
  const closedId = await addArticle(site.db, { slug: 'closed', commentsOpen: false })
  expect(closedId).toBeGreaterThan(0)
  await addArticle(site.db, { slug: 'draft', status: 'DRAFT', publishedAt: null })
  const reasons = [
    await say({ source: 'ftp://other.example/post' }),
    await say({ source: 'x' }),
    await say({ source: `${HERE}/other/` }),
    await say({ source: 'http://name:word@other.example/' }),
    await say({ target: 'https://third.example/boat/' }),
    await say({ target: `${HERE}/no-such-thing/` }),
    await say({ target: `${HERE}/draft/` }),
    await say({ target: `${HERE}/closed/` }),
  ].map((result) => result.ok || result.reason)
  expect(reasons).toEqual(['source', 'source', 'source', 'source', 'target', 'target', 'target', 'closed'])
  await listen()
  expect(elsewhere.heard).toEqual([])
})

test('the same pingback is known; the same mention waits once', async () => {
  elsewhere.pages.set('/post', page(LINK))
  for (let i = 0; i < 3; i++) await say()
  expect(await site.db.job.count()).toBe(1)
  await say({ kind: 'PINGBACK' })
  await listen()
  expect(await say({ kind: 'PINGBACK' })).toEqual({ ok: false, reason: 'known' })
  expect(await comments()).toHaveLength(2)
})

test('more than can be looked at is not taken', async () => {
  await site.db.job.createMany({
    data: Array.from({ length: 300 }, () => ({ kind: 'mention.hear', payload: {}, runAt: now, createdAt: now })),
  })
  expect(await say()).toEqual({ ok: false, reason: 'busy' })
  // What was given up waits no more: nobody can shut the door for good.
  await site.db.job.updateMany({ data: { failedAt: now } })
  expect(await say()).toEqual({ ok: true })
})

test('a page that does not let us in is still what it was', async () => {
  elsewhere.pages.set('/post', page(LINK))
  await say()
  await listen()
  elsewhere.pages.set('/post', (res) => res.writeHead(403).end())
  await say()
  await listen()
  expect(await comments()).toMatchObject([{ status: 'HELD' }])
})

test('a page inside, or one that is no text, is not read, and nobody is bothered with it', async () => {
  elsewhere.pages.set('/post', (res) => res.writeHead(200, { 'content-type': 'image/png' }).end(LINK))
  elsewhere.pages.set('/away', (res) => res.writeHead(302, { location: 'http://127.0.0.1:1/' }).end())
  await say()
  await say({ source: 'http://inside.example/post' })
  await say({ source: `${elsewhere.url}/away` })
  await listen()
  expect([await comments(), await site.db.job.count({ where: { finishedAt: null } })]).toEqual([[], 0])
})

test('a page that is away for a while is asked again, and is on the desk once it is given up', async () => {
  elsewhere.pages.set('/post', (res) => res.writeHead(503).end())
  await say()
  await listen()
  expect(await site.db.job.findFirst()).toMatchObject({ attempts: 1, lastError: expect.stringContaining('503') })
  for (let hours = 1; hours < 12; hours++) await listen(new Date(now.getTime() + hours * 3_600_000))
  expect(await listFailedJobs(site.db)).toMatchObject([{ kind: 'mention.hear', attempts: 10 }])
})

test('switched off, or with comments closed meanwhile, nobody is asked', async () => {
  await say()
  await setHearing(false)
  await listen()
  await setHearing(true)
  await say()
  await site.db.article.update({ where: { id: articleId }, data: { commentsOpen: false } })
  await listen()
  await site.db.article.update({ where: { id: articleId }, data: { commentsOpen: true } })
  expect(elsewhere.heard).toEqual([])
})

test('a mention is taken until the discussion is closed by its age', async () => {
  await closeAfter(14)
  const closing = new Date('2026-12-06T06:30:00Z')
  for (const kind of ['WEBMENTION', 'PINGBACK'] as const) {
    expect(await say({ kind }, new Date(closing.getTime() - 1))).toEqual({ ok: true })
    expect(await say({ kind }, closing)).toEqual({ ok: false, reason: 'closed' })
  }
  await closeAfter(0)
  expect(await say({}, closing)).toEqual({ ok: true })
})

test('what was noted before the discussion was closed by its age is not looked at after it', async () => {
  const publishedAt = new Date(Date.now() - 20 * 86_400_000)
  await addArticle(site.db, { slug: 'old', publishedAt })
  const target = `${HERE}/old/`
  elsewhere.pages.set('/post', page(`<a href="${target}">x</a>`))
  const heardAfter = async (days: number) => {
    await closeAfter(0)
    await say({ target })
    await closeAfter(days)
    await listen()
    return elsewhere.heard.length
  }
  expect([await heardAfter(14), await comments()]).toEqual([0, []])
  expect([await heardAfter(30), await comments()]).toMatchObject([1, [{ status: 'HELD' }]])
})
