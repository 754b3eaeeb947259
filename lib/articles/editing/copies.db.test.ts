import { expect, test } from 'vitest'
import { actor, ines, must, oda, stored, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { getEditing, getRevision, listRevisions } from './admin-queries'
import {
  discardWorkingCopy,
  publishChanges,
  saveWorkingCopy,
  scheduleChanges,
  unscheduleChanges,
} from './copy-mutations'
import { changeSettings, saveDraft } from './draft-mutations'
import { changesKey } from './job-keys'
import { holdLock, releaseLock, takeOver } from './lock-mutations'
import { publish, withdraw } from './publish-mutations'
import { restoreRevision } from './restore-mutations'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')
const later = (seconds: number) => new Date(noon.getTime() + seconds * 1000)
const refused = (reason: string) => ({ ok: false, reason })
const cem = actor('Cem', 'CONTRIBUTOR')

async function liveWithCopy(headline: string) {
  const live = await writeLive(site.db, noon)
  const content = { ...live.content, headline }
  const { copyVersion } = must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, noon))
  return { id: live.id, version: live.version, content, copyVersion, published: live.content }
}

test('a draft has no working copy', async () => {
  const draft = await writeDraft(site.db, noon)
  expect(await saveWorkingCopy(site.db, { ...draft, copyVersion: null }, ines, noon)).toEqual(refused('status'))
})

test('two people who begin to change a live article at once: the second sees what the first wrote', async () => {
  const live = await writeLive(site.db, noon)
  const hers = { ...live, copyVersion: null, content: { ...live.content, headline: 'Hers' } }
  const mine = { ...live, copyVersion: null, content: { ...live.content, headline: 'Mine' } }
  const results = await Promise.all([
    saveWorkingCopy(site.db, hers, oda, noon),
    saveWorkingCopy(site.db, mine, ines, noon),
  ])
  expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
  const conflict = results.find(({ ok }) => !ok)
  const there = await getEditing(ines, site.db, live.id, noon)
  expect(conflict).toMatchObject({
    reason: 'conflict',
    theirs: { version: there?.copy?.version, content: there?.content },
  })
})

test('what others saved of a working copy since is neither published nor thrown away', async () => {
  const { id, version, content, copyVersion } = await liveWithCopy('Seen')
  const other = { ...content, headline: 'Not seen' }
  must(await saveWorkingCopy(site.db, { id, version, copyVersion, content: other }, oda, later(1)))
  const seen = { id, version, copyVersion }
  const conflict = { ok: false, reason: 'conflict', theirs: { content: other, savedBy: 'Oda' } }
  expect(await publishChanges(site.db, seen, ines, later(2))).toMatchObject(conflict)
  expect(await scheduleChanges(site.db, { ...seen, publishAt: later(60) }, ines, later(2))).toMatchObject(conflict)
  expect(await discardWorkingCopy(site.db, seen, ines, later(2))).toMatchObject(conflict)
})

test('whoever edits a text that others published meanwhile hears of it', async () => {
  const { id, version, content, copyVersion, published } = await liveWithCopy('Public meanwhile')
  const done = must(await publishChanges(site.db, { id, version, copyVersion }, oda, later(1)))
  const mine = { id, version, copyVersion: null, content: { ...published, headline: 'From the old text' } }
  expect(await saveWorkingCopy(site.db, mine, ines, later(2))).toMatchObject({
    reason: 'conflict',
    theirs: { version: done.version, content: { headline: content.headline }, savedBy: 'Oda' },
  })
})

test('a setting of the live article that is changed meanwhile keeps no changes from going live', async () => {
  const { id, version, copyVersion } = await liveWithCopy('Beside the settings')
  const settings = { commentsOpen: false, pinnedUntil: null, embargoUntil: null }
  const set = must(await changeSettings(site.db, { id, version, settings }, ines, noon))
  must(await publishChanges(site.db, { id, version: set.version, copyVersion }, ines, noon))
  const { input } = await stored(site.db, id)
  expect([input.headline, input.commentsOpen]).toEqual(['Beside the settings', false])
})

test('changes that were thrown away are among the revisions, and can be brought back', async () => {
  const { id, version, copyVersion } = await liveWithCopy('Thrown away')
  must(await discardWorkingCopy(site.db, { id, version, copyVersion }, ines, later(1)))
  expect(await publishChanges(site.db, { id, version, copyVersion }, ines, later(1))).toEqual(refused('noChanges'))
  const revisions = await listRevisions(ines, site.db, id)
  const kept = revisions.find(({ why }) => why === 'change') ?? expect.fail()
  const restored = { id, version, copyVersion: null, revisionId: kept.id }
  must(await restoreRevision(site.db, restored, ines, later(2)))
  expect((await getEditing(ines, site.db, id, noon))?.content.headline).toBe('Thrown away')
  expect((await stored(site.db, id)).input.headline).not.toBe('Thrown away')
})

test('edits that lead back to what readers see leave nothing to publish, on the clock or not', async () => {
  const { id, version, copyVersion, published } = await liveWithCopy('Changed my mind')
  must(await scheduleChanges(site.db, { id, version, copyVersion, publishAt: later(60) }, ines, noon))
  const back = { id, version, copyVersion, content: published }
  expect(must(await saveWorkingCopy(site.db, back, ines, later(1))).copyVersion).toBeNull()
  expect((await getEditing(ines, site.db, id, noon))?.copy).toBeNull()
  expect(await site.db.job.count({ where: { uniqueKey: changesKey(id), finishedAt: null } })).toBe(0)
  expect(await publishChanges(site.db, { id, version, copyVersion: null }, ines, later(2))).toEqual(
    refused('noChanges'),
  )
})

test('a live article that is saved as it is has no working copy, and no history', async () => {
  const live = await writeLive(site.db, noon)
  const before = await listRevisions(ines, site.db, live.id)
  expect(must(await saveWorkingCopy(site.db, { ...live, copyVersion: null }, ines, later(1))).copyVersion).toBeNull()
  expect((await getEditing(ines, site.db, live.id, noon))?.copy).toBeNull()
  expect(await listRevisions(ines, site.db, live.id)).toEqual(before)
})

test('whoever saw changes that were thrown away does not write over those that were begun after them', async () => {
  const { id, version, content, copyVersion } = await liveWithCopy('Thrown away unseen')
  must(await discardWorkingCopy(site.db, { id, version, copyVersion }, oda, later(1)))
  const hers = { ...content, headline: 'Begun anew' }
  must(await saveWorkingCopy(site.db, { id, version, copyVersion: null, content: hers }, oda, later(2)))
  const mine = { id, version, copyVersion, content: { ...content, headline: 'From the old changes' } }
  expect(await saveWorkingCopy(site.db, mine, ines, later(3))).toMatchObject({
    reason: 'conflict',
    theirs: { content: { headline: 'Begun anew' } },
  })
})

test('an earlier text of a draft is restored as a new save, under the address that it has now', async () => {
  const draft = await writeDraft(site.db, noon, { headline: 'First', body: '<p>First.</p>' })
  const [first] = await listRevisions(ines, site.db, draft.id)
  const content = { ...draft.content, headline: 'Second', body: '<p>Second.</p>', slug: 'second' }
  const saved = must(await saveDraft(site.db, { ...draft, content }, oda, later(1)))
  const restore = { id: draft.id, copyVersion: null, revisionId: first?.id ?? 0 }
  expect(await restoreRevision(site.db, { ...restore, version: draft.version }, ines, later(2))).toMatchObject({
    reason: 'conflict',
  })
  must(await restoreRevision(site.db, { ...restore, version: saved.version }, ines, later(3)))
  const { input } = await stored(site.db, draft.id)
  expect([input.headline, input.body, input.slug]).toEqual(['First', '<p>First.</p>', 'second'])
  expect((await listRevisions(ines, site.db, draft.id)).map(({ why }) => why)).toEqual(['restore', 'save', 'create'])
})

test('a revision of another article is not restored into this one', async () => {
  const [one, other] = [await writeDraft(site.db, noon), await writeDraft(site.db, noon)]
  const [revision] = await listRevisions(ines, site.db, other.id)
  const mixed = { ...one, copyVersion: null, revisionId: revision?.id ?? 0 }
  expect(await restoreRevision(site.db, mixed, ines, noon)).toEqual(refused('missing'))
})

test('scheduled changes can be taken off the clock', async () => {
  const { id, version, copyVersion } = await liveWithCopy('Not at night')
  must(await scheduleChanges(site.db, { id, version, copyVersion, publishAt: later(60) }, ines, noon))
  must(await unscheduleChanges(site.db, { id, version }, ines, noon))
  expect((await getEditing(ines, site.db, id, noon))?.copy?.publishAt).toBeNull()
  expect(await unscheduleChanges(site.db, { id, version }, ines, noon)).toEqual(refused('noChanges'))
})

test('whoever may not edit an article sees neither its text, nor its revisions, nor who is at it', async () => {
  const { id } = await liveWithCopy('Private')
  const [revision] = await listRevisions(ines, site.db, id)
  expect(await getEditing(cem, site.db, id, noon)).toBeNull()
  expect(await listRevisions(cem, site.db, id)).toEqual([])
  expect(await getRevision(cem, site.db, id, revision?.id ?? 0)).toBeNull()
  expect((await getRevision(ines, site.db, id, revision?.id ?? 0))?.content.headline).toBe('Private')
  expect(await holdLock(site.db, { id, typed: true }, cem, noon)).toEqual(refused('forbidden'))
  expect(await takeOver(site.db, { id }, cem, noon)).toEqual(refused('forbidden'))
  const restore = { id, version: 1, copyVersion: null, revisionId: revision?.id ?? 0 }
  expect(await restoreRevision(site.db, restore, cem, noon)).toEqual(refused('missing'))
})

test('one person has an article open, and the others hear who and when they typed', async () => {
  const { id } = await writeDraft(site.db, noon)
  expect(await holdLock(site.db, { id, typed: true }, ines, noon)).toEqual({ ok: true })
  expect(await holdLock(site.db, { id, typed: false }, ines, later(30))).toEqual({ ok: true })
  const locked = { ok: false, reason: 'locked', holderName: 'Ines', typedAt: noon }
  expect(await holdLock(site.db, { id, typed: true }, oda, later(60))).toEqual(locked)
  expect((await getEditing(oda, site.db, id, later(60)))?.lockedBy).toEqual({ holderName: 'Ines', typedAt: noon })
  expect((await getEditing(ines, site.db, id, later(60)))?.lockedBy).toBeNull()
})

test('a window that was closed without a word is waited for 90 seconds', async () => {
  const { id } = await writeDraft(site.db, noon)
  await holdLock(site.db, { id, typed: true }, ines, noon)
  expect(await holdLock(site.db, { id, typed: true }, oda, later(89))).toMatchObject({ reason: 'locked' })
  expect(await holdLock(site.db, { id, typed: true }, oda, later(90))).toEqual({ ok: true })
})

test('a lock is let go, or taken over', async () => {
  const { id } = await writeDraft(site.db, noon)
  await holdLock(site.db, { id, typed: true }, ines, noon)
  await releaseLock(site.db, { id }, oda)
  expect(await holdLock(site.db, { id, typed: true }, oda, later(1))).toMatchObject({ reason: 'locked' })
  expect(await takeOver(site.db, { id }, oda, later(2))).toEqual({ ok: true })
  expect(await holdLock(site.db, { id, typed: true }, ines, later(3))).toMatchObject({ holderName: 'Oda' })
  await releaseLock(site.db, { id }, oda)
  expect(await holdLock(site.db, { id, typed: true }, ines, later(4))).toEqual({ ok: true })
})

test('an article is withdrawn while somebody changes it: their words are kept, and wait', async () => {
  const { id, version, content, copyVersion } = await liveWithCopy('Too late')
  const down = must(await withdraw(site.db, { id, version, notice: 'No.' }, oda, later(1)))
  const seen = { id, version: down.version, copyVersion }
  expect(await saveWorkingCopy(site.db, { ...seen, content }, ines, later(2))).toEqual(refused('status'))
  expect(await publishChanges(site.db, seen, ines, later(2))).toEqual(refused('status'))
  const back = must(await publish(site.db, { id, version: down.version }, oda, later(3)))
  must(await publishChanges(site.db, { id, version: back.version, copyVersion }, ines, later(4)))
  expect((await stored(site.db, id)).input.headline).toBe('Too late')
})
