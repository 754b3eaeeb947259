import { expect, test } from 'vitest'
import { getArticle } from '@/lib/articles/queries'
import { PROMPT, SLOW } from '@/lib/jobs/kinds'
import { enqueueRegular } from '@/lib/jobs/mutations'
import { runDueJobs } from '@/lib/jobs/run'
import { getSiteFacts } from '@/lib/site/facts'
import { addArticle } from '@/lib/testing/articles'
import { leadsTo } from '@/lib/testing/leads'
import { actor, ines, must, oda, stored, writeDraft, writeLive, writeScheduled } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { publishChanges, saveWorkingCopy, scheduleChanges } from './copy-mutations'
import { changeSettings, saveDraft } from './draft-mutations'
import {
  keepPublished,
  publish,
  restore,
  schedule,
  scheduleWithdrawal,
  sendBack,
  submit,
  trash,
  unschedule,
  withdraw,
} from './publish-mutations'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const at = (moment: Date) => () => moment
const refused = (reason: string) => ({ ok: false, reason })
const statusOf = async (id: number) => (await stored(site.db, id)).input.status
const read = async (id: number) =>
  getArticle(site.db, (await stored(site.db, id)).input.path, await getSiteFacts(site.db), noon)

test('a draft goes to review, comes back with a note, and is published', async () => {
  const { id, version } = await writeDraft(site.db, noon)
  const sent = must(await submit(site.db, { id, version, note: 'For Monday.' }, ines, noon))
  const back = must(await sendBack(site.db, { id, version: sent.version, note: 'Who says so?' }, oda, later(1)))
  expect(await statusOf(id)).toBe('DRAFT')
  must(await publish(site.db, { id, version: back.version }, oda, later(2)))
  expect(await read(id)).toMatchObject({ publishedAt: later(2), publishedDay: 20261123, revisedAt: null })
  const revisions = await site.db.revision.findMany({ where: { articleId: id }, orderBy: { id: 'asc' } })
  expect(revisions.map(({ why, note, actorName }) => [why, note, actorName])).toEqual([
    ['create', null, 'Ines'],
    ['submit', 'For Monday.', 'Ines'],
    ['sendBack', 'Who says so?', 'Oda'],
    ['publish', null, 'Oda'],
  ])
})

test('what changed since somebody pressed the button is not published', async () => {
  const { id, version, content } = await writeDraft(site.db, noon)
  must(await saveDraft(site.db, { id, version, content: { ...content, headline: 'Libel' } }, oda, noon))
  expect(await publish(site.db, { id, version }, ines, noon)).toMatchObject({ reason: 'conflict' })
  expect(await statusOf(id)).toBe('DRAFT')
})

test('a contributor cannot publish, an author only their own', async () => {
  const cem = actor('Cem', 'CONTRIBUTOR')
  const own = await writeDraft(site.db, noon, {}, cem)
  expect(await publish(site.db, own, cem, noon)).toEqual(refused('forbidden'))
  expect(await publish(site.db, own, actor('Ada', 'AUTHOR'), noon)).toEqual(refused('forbidden'))
  expect(await schedule(site.db, { ...own, publishAt: later(5) }, cem, noon)).toEqual(refused('forbidden'))
  must(await submit(site.db, own, cem, noon))
})

test('nothing is published without a headline', async () => {
  const draft = await writeDraft(site.db, noon, { headline: ' ' })
  expect(await publish(site.db, draft, ines, noon)).toEqual(refused('headlineMissing'))
  expect(await schedule(site.db, { ...draft, publishAt: later(5) }, ines, noon)).toEqual(refused('headlineMissing'))
})

test('nobody publishes what is embargoed; it can be scheduled for the end of the embargo', async () => {
  const { id, version } = await writeDraft(site.db, noon)
  const settings = { commentsOpen: true, pinnedUntil: null, embargoUntil: later(60) }
  const set = must(await changeSettings(site.db, { id, version, settings }, ines, noon))
  const seen = { id, version: set.version }
  expect(await publish(site.db, seen, actor('Root', 'ADMIN'), noon)).toEqual(refused('embargoed'))
  expect(await schedule(site.db, { ...seen, publishAt: later(59) }, ines, noon)).toEqual(refused('embargoed'))
  const done = must(await schedule(site.db, { ...seen, publishAt: later(60) }, ines, noon))
  const longer = { id, version: done.version, settings: { ...settings, embargoUntil: later(61) } }
  expect(await changeSettings(site.db, longer, ines, noon)).toEqual(refused('embargoed'))
})

test('what is scheduled appears at its time, with that time, and not before', async () => {
  const { id } = await writeScheduled(site.db, noon, later(10))
  await runDueJobs(site.db, PROMPT, at(new Date(later(10).getTime() - 1)))
  expect(await read(id)).toBeNull()
  await runDueJobs(site.db, PROMPT, at(new Date(later(10).getTime() + 900)))
  expect(await read(id)).toMatchObject({ publishedAt: later(10) })
  const last = await site.db.revision.findFirstOrThrow({ where: { articleId: id }, orderBy: { id: 'desc' } })
  expect([last.why, last.actorName]).toEqual(['publish', 'Ines'])
})

test('a job that is run although its article’s time has not come publishes nothing', async () => {
  const { id } = await writeScheduled(site.db, noon, later(10))
  await site.db.job.updateMany({ where: { uniqueKey: `publish article ${id}` }, data: { runAt: noon } })
  await runDueJobs(site.db, PROMPT, at(noon))
  expect(await read(id)).toBeNull()
  const job = await site.db.job.findUniqueOrThrow({ where: { uniqueKey: `publish article ${id}` } })
  expect(job.lastError).toBe(`article ${id} is not published: early`)
})

test('set to another time it appears then; taken off the clock it does not', async () => {
  const moved = await writeScheduled(site.db, noon, later(10))
  const off = await writeScheduled(site.db, noon, later(10))
  must(await schedule(site.db, { ...moved, publishAt: later(20) }, ines, noon))
  must(await unschedule(site.db, off, ines, noon))
  await runDueJobs(site.db, PROMPT, at(later(15)))
  expect([await statusOf(moved.id), await statusOf(off.id)]).toEqual(['SCHEDULED', 'DRAFT'])
  await runDueJobs(site.db, PROMPT, at(later(25)))
  expect([await statusOf(moved.id), await statusOf(off.id)]).toEqual(['PUBLISHED', 'DRAFT'])
})

test('what is published by hand before its time is published once', async () => {
  const scheduled = await writeScheduled(site.db, noon, later(10))
  must(await publish(site.db, scheduled, ines, later(1)))
  await runDueJobs(site.db, PROMPT, at(later(15)))
  expect(await read(scheduled.id)).toMatchObject({ publishedAt: later(1) })
})

test('what an import brought scheduled appears as well', async () => {
  const id = await addArticle(site.db, { status: 'SCHEDULED', publishAt: later(10), publishedAt: null })
  await enqueueRegular(site.db, SLOW.kinds, noon)
  while (await runDueJobs(site.db, SLOW, at(noon)));
  await runDueJobs(site.db, PROMPT, at(later(10)))
  expect(await read(id)).toMatchObject({ publishedAt: later(10) })
})

test('the day in an address is the one on which the article becomes public', async () => {
  const where = { key: 'site' }
  const value = { pathPattern: '/%year%/%month%/%day%/%slug%/' }
  await site.db.setting.upsert({ where, create: { ...where, value }, update: { value } })
  const draft = await writeDraft(site.db, noon, { headline: 'Dated' })
  expect((await stored(site.db, draft.id)).input.path).toBe('/2026/11/23/dated/')
  must(await publish(site.db, draft, ines, new Date('2026-11-25T09:00:00Z')))
  expect((await stored(site.db, draft.id)).input.path).toBe('/2026/11/25/dated/')
  await site.db.setting.delete({ where })
})

test('what is withdrawn leaves a dated notice with the words that were written for it', async () => {
  const live = await writeLive(site.db, noon)
  expect(await withdraw(site.db, { ...live, notice: ' ' }, ines, later(5))).toEqual(refused('noticeMissing'))
  const done = must(await withdraw(site.db, { ...live, notice: 'It was not true.' }, ines, later(5)))
  expect(await read(live.id)).toMatchObject({ withdrawn: true, at: later(5), notice: 'It was not true.' })
  must(await publish(site.db, { id: live.id, version: done.version }, ines, later(9)))
  expect(await read(live.id)).toMatchObject({ publishedAt: noon })
})

test('a withdrawal at a time comes at that time, or is taken back', async () => {
  const ends = await writeLive(site.db, noon)
  const stays = await writeLive(site.db, noon)
  must(await scheduleWithdrawal(site.db, { ...ends, withdrawAt: later(30), notice: 'Over.' }, ines, noon))
  const set = must(await scheduleWithdrawal(site.db, { ...stays, withdrawAt: later(30), notice: 'Over.' }, ines, noon))
  must(await keepPublished(site.db, { id: stays.id, version: set.version }, ines, later(1)))
  await runDueJobs(site.db, PROMPT, at(later(29)))
  expect(await read(ends.id)).toMatchObject({ publishedAt: noon })
  await runDueJobs(site.db, PROMPT, at(later(30)))
  expect(await read(ends.id)).toMatchObject({ withdrawn: true, notice: 'Over.' })
  expect(await read(stays.id)).toMatchObject({ publishedAt: noon })
})

test('a draft is trashed and comes back; what is public is not trashed', async () => {
  const draft = await writeDraft(site.db, noon)
  const trashed = must(await trash(site.db, draft, ines, noon))
  expect(await saveDraft(site.db, { ...draft, ...trashed }, ines, noon)).toEqual(refused('trashed'))
  must(await restore(site.db, { id: draft.id, version: trashed.version }, ines, noon))
  expect((await stored(site.db, draft.id)).input.trashedAt).toBeNull()
  expect(await trash(site.db, await writeLive(site.db, noon), ines, noon)).toEqual(refused('status'))
})

test('changes of a live article are seen by nobody until they are published, then dated as a revision', async () => {
  const live = await writeLive(site.db, noon, { headline: 'Before' })
  const content = { ...live.content, headline: 'After' }
  const saved = must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, oda, later(1)))
  expect(await read(live.id)).toMatchObject({ headline: 'Before', revisedAt: null })
  const seen = { id: live.id, version: live.version, copyVersion: saved.copyVersion }
  const correction = { kind: 'CORRECTION', text: 'It was the other one.' } as const
  must(await publishChanges(site.db, { ...seen, correction }, ines, later(2)))
  expect(await read(live.id)).toMatchObject({
    headline: 'After',
    publishedAt: noon,
    revisedAt: later(2),
    corrections: [{ kind: 'CORRECTION', text: 'It was the other one.', createdAt: later(2) }],
  })
  expect(await site.db.workingCopy.count({ where: { articleId: live.id } })).toBe(0)
})

test('changes that are no other text move no date that readers see', async () => {
  const live = await writeLive(site.db, noon)
  const content = { ...live.content, kicker: 'Harbour' }
  const { copyVersion } = must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, later(1)))
  must(await publishChanges(site.db, { ...live, copyVersion }, ines, later(2)))
  expect(await read(live.id)).toMatchObject({ kicker: 'Harbour', revisedAt: null })
})

test('changes can go live at a time, as they are then', async () => {
  const live = await writeLive(site.db, noon, { headline: 'Before' })
  const content = { ...live.content, headline: 'Half' }
  const first = must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, later(1)))
  must(
    await scheduleChanges(site.db, { ...live, copyVersion: first.copyVersion, publishAt: later(30) }, ines, later(1)),
  )
  const whole = { ...content, headline: 'Whole' }
  must(await saveWorkingCopy(site.db, { ...live, copyVersion: first.copyVersion, content: whole }, ines, later(2)))
  await runDueJobs(site.db, PROMPT, at(later(29)))
  expect(await read(live.id)).toMatchObject({ headline: 'Before' })
  await runDueJobs(site.db, PROMPT, at(later(30)))
  expect(await read(live.id)).toMatchObject({ headline: 'Whole', revisedAt: later(30) })
})

test('changes that were to go live at a time do not bring back what was withdrawn', async () => {
  const live = await writeLive(site.db, noon)
  const content = { ...live.content, headline: 'Never' }
  const { copyVersion } = must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, noon))
  must(await scheduleChanges(site.db, { ...live, copyVersion, publishAt: later(30) }, ines, noon))
  must(await withdraw(site.db, { ...live, notice: 'No.' }, ines, later(1)))
  await runDueJobs(site.db, PROMPT, at(later(31)))
  expect(await read(live.id)).toMatchObject({ withdrawn: true })
  expect(await site.db.workingCopy.count({ where: { articleId: live.id } })).toBe(1)
})

test('another slug of a live article leads readers from its old address, and from those before it', async () => {
  const live = await writeLive(site.db, noon, { headline: 'Moving one' })
  let { version, content } = live
  for (const slug of ['moving-two', 'moving-three']) {
    content = { ...content, slug }
    const seen = { id: live.id, version }
    const { copyVersion } = must(
      await saveWorkingCopy(site.db, { ...seen, copyVersion: null, content }, ines, later(1)),
    )
    version = must(await publishChanges(site.db, { ...seen, copyVersion }, ines, later(2))).version
  }
  expect(await leadsTo(site.db, '/moving-one/')).toBe('/moving-three/')
  expect(await leadsTo(site.db, '/moving-two/')).toBe('/moving-three/')
})

test('an article that moves back is found at its first address, and no redirect leads away from it', async () => {
  const live = await writeLive(site.db, noon, { headline: 'There and back' })
  let { version, content } = live
  for (const slug of ['elsewhere-1', 'there-and-back']) {
    content = { ...content, slug }
    const seen = { id: live.id, version }
    const { copyVersion } = must(
      await saveWorkingCopy(site.db, { ...seen, copyVersion: null, content }, ines, later(1)),
    )
    version = must(await publishChanges(site.db, { ...seen, copyVersion }, ines, later(2))).version
  }
  expect((await stored(site.db, live.id)).input.path).toBe('/there-and-back/')
  expect(await site.db.redirect.count({ where: { fromPath: '/there-and-back/' } })).toBe(0)
  expect(await leadsTo(site.db, '/elsewhere-1/')).toBe('/there-and-back/')
})

test('a live article does not move to where another one lives', async () => {
  await writeLive(site.db, noon, { headline: 'Taken' })
  const live = await writeLive(site.db, noon)
  const content = { ...live.content, slug: 'taken' }
  const { copyVersion } = must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, noon))
  expect(await publishChanges(site.db, { ...live, copyVersion }, ines, noon)).toEqual(refused('pathTaken'))
})
