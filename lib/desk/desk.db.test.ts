import { beforeAll, expect, test } from 'vitest'
import { holdLock, takeOver } from '@/lib/articles/editing/lock-mutations'
import { sendBack, submit } from '@/lib/articles/editing/publish-mutations'
import type { Viewer } from '@/lib/auth/permissions'
import { decideJob } from '@/lib/jobs/desk-mutations'
import { actor, ines, must, oda, writeDraft, writeLive, writeScheduled } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { type DeskLine, getDesk } from './admin-queries'

const site = testDatabase()
const now = new Date('2026-11-22T12:00:00Z')
const inHours = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const nan = actor('Nan', 'CONTRIBUTOR')
const headlines = (lines: DeskLine[]) => lines.map(({ headline }) => headline)
const job = { kind: 'article.publish', payload: {}, runAt: now, createdAt: now, attempts: 10, lastError: 'It ended.' }

beforeAll(async () => {
  await writeDraft(site.db, now, { headline: 'Of Ines' })
  await writeDraft(site.db, now, { headline: 'Of Nan' }, nan)
  const sent = await writeDraft(site.db, now, { headline: 'Nan sent' }, nan)
  const { version } = must(await submit(site.db, { ...sent, note: 'Read paragraph 6.' }, nan, now))
  must(await sendBack(site.db, { id: sent.id, version, note: 'A second voice.' }, ines, now))
  must(await submit(site.db, await writeDraft(site.db, now, { headline: 'Waits' }), ines, now))
  await writeScheduled(site.db, now, inHours(6), { headline: 'Evening' })
  await writeScheduled(site.db, now, inHours(2), { headline: 'Afternoon' })
  await writeScheduled(site.db, now, inHours(30), { headline: 'Next week' })
  await writeLive(site.db, now, { headline: 'Live' })
  await site.db.job.create({ data: { ...job, failedAt: now } })
})

test('an editor’s desk has the whole newsroom’s, and their own drafts', async () => {
  const desk = await getDesk(site.db, ines, now)
  expect(headlines(desk.drafts)).toEqual(['Of Ines'])
  expect(headlines(desk.review)).toEqual(['Waits'])
  expect([headlines(desk.scheduled), desk.scheduledCount]).toEqual([['Afternoon', 'Evening'], 2])
  expect(headlines(desk.published)).toEqual(['Live'])
  expect(desk.waiting).toEqual([])
  expect(desk.failed).toMatchObject([{ kind: 'article.publish', attempts: 10, lastError: 'It ended.' }])
})

test('a contributor’s has their own alone, with what an editor said', async () => {
  const desk = await getDesk(site.db, nan, now)
  expect(headlines(desk.drafts)).toEqual(['Nan sent', 'Of Nan'])
  expect(desk.drafts[0]?.note).toMatchObject({ why: 'sendBack', note: 'A second voice.', actorName: 'Ines' })
  expect([desk.review, desk.scheduled]).toEqual([[], []])
  expect([desk.waiting, desk.failed]).toEqual([null, null])
})

test('pictures whose rights end and what readers missed are told to those who can do something', async () => {
  const file = { hash: 'c'.repeat(64), mimeType: 'image/jpeg', width: 16, height: 9, storedAt: now, bytes: 9 }
  await site.db.media.create({ data: { ...file, path: '/media/boat.jpg', rightsUntil: 20261125 } })
  await site.db.figure.create({ data: { kind: 'searchless', day: 20261122, subject: 'submarine', views: 4 } })
  const told = async (viewer: Viewer) => {
    const { expiringMedia, searchedInVain } = await getDesk(site.db, viewer, now)
    return [expiringMedia, searchedInVain]
  }
  expect(await told(ines)).toEqual([1, [{ words: 'submarine', searches: 4 }]])
  expect(await told(nan)).toEqual([0, []])
})

test('whoever else has an article open is named; that it is oneself is no news', async () => {
  const { id } = await writeDraft(site.db, now, { headline: 'Open' })
  await holdLock(site.db, { id, typed: true }, ines, now)
  const editing = async (viewer: Viewer) => {
    const { drafts, published } = await getDesk(site.db, viewer, now)
    return [...drafts, ...published].find((line) => line.id === id)?.editing
  }
  expect(await editing(ines)).toBeNull()
  await takeOver(site.db, { id }, oda, now)
  expect(await editing(ines)).toBe('Oda')
})

test('a job that failed is tried again or dismissed once, by those who may', async () => {
  const { id } = await site.db.job.create({ data: { ...job, failedAt: now }, select: { id: true } })
  const nobody = await decideJob(site.db, { id, decision: 'dismissed' }, nan, now)
  expect(nobody).toEqual({ ok: false, reason: 'forbidden' })
  must(await decideJob(site.db, { id, decision: 'retried' }, ines, now))
  expect(await site.db.job.findUnique({ where: { id } })).toMatchObject({
    attempts: 0,
    failedAt: null,
    lastError: null,
  })
  // It is at work again: nothing to dismiss.
  const gone = await decideJob(site.db, { id, decision: 'dismissed' }, ines, now)
  expect(gone).toEqual({ ok: false, reason: 'gone' })
  await site.db.job.update({ where: { id }, data: { failedAt: now } })
  must(await decideJob(site.db, { id, decision: 'dismissed' }, ines, now))
  expect(await site.db.job.findUnique({ where: { id } })).toBeNull()
  const events = await site.db.auditEvent.findMany({ where: { object: `job:${id}` }, orderBy: { id: 'asc' } })
  expect(events.map(({ details }) => details)).toEqual([
    { kind: 'article.publish', decision: 'retried' },
    { kind: 'article.publish', decision: 'dismissed' },
  ])
})

test('what is in review for three days, or untouched for two weeks, is said to wait long', async () => {
  const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
  const long = async (viewer: Viewer, at: Date) => headlines((await getDesk(site.db, viewer, at)).long)
  const sent = async (headline: string, at: Date) =>
    must(await submit(site.db, await writeDraft(site.db, at, { headline }, nan), nan, at))
  await sent('Sent long ago', days(100))
  await sent('Sent just now', days(103))
  const left = async (headline: string, at: Date, by: Viewer) => {
    const { id } = await writeDraft(site.db, at, { headline }, by)
    // What is written is dated by the clock on the wall.
    await site.db.article.update({ where: { id }, data: { updatedAt: at }, select: { id: true } })
  }
  await left('Left lying', days(90), nan)
  await left('Of Oda', days(89.5), oda)
  await left('Not yet', days(95), nan)
  const is = await long(nan, days(104))
  expect(is).toEqual(expect.arrayContaining(['Sent long ago', 'Left lying']))
  for (const headline of ['Sent just now', 'Not yet', 'Of Oda']) expect(is).not.toContain(headline)
  expect(await long(oda, days(104))).toEqual(expect.arrayContaining(['Sent long ago', 'Left lying', 'Of Oda']))
  expect(await long(nan, days(103))).toContain('Sent long ago')
  expect(await long(nan, new Date(days(103).getTime() - 1))).not.toContain('Sent long ago')
})
