import { expect, test } from 'vitest'
import { saveWorkingCopy } from '@/lib/articles/editing/copy-mutations'
import { publish, withdraw } from '@/lib/articles/editing/publish-mutations'
import { actor, ines, must, oda, stored, writeDraft, writeLive } from '@/lib/testing/newsroom'
import { report } from '@/lib/testing/reports'
import { testDatabase } from '@/lib/testing/test-database'
import { getCorrectable } from './admin-queries'
import { addCorrection, changeCorrection, removeCorrection } from './mutations'
import { countCorrections, listCorrections } from './queries'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const note = { kind: 'CORRECTION', text: 'It was 1985, not 1984.' } as const
const reportId = null

const rowsOf = (articleId: number) => site.db.correction.findMany({ where: { articleId }, orderBy: { id: 'asc' } })
const eventsOf = (id: number) =>
  site.db.auditEvent.findMany({ where: { object: `article:${id}`, act: 'articles.correct' }, orderBy: { id: 'asc' } })

test('a correction is dated, says whose it is, and leaves the text as it was', async () => {
  const live = await writeLive(site.db, noon)
  const before = await stored(site.db, live.id)
  must(await addCorrection(site.db, { ...live, note, reportId }, oda, later(5)))
  const [row] = await rowsOf(live.id)
  expect(row).toMatchObject({ ...note, createdAt: later(5), madeById: 'oda', madeByName: 'Oda' })
  const after = await stored(site.db, live.id)
  expect(after.input).toMatchObject({ body: before.input.body, revisedAt: before.input.revisedAt })
  const [latest] = await site.db.revision.findMany({ where: { articleId: live.id }, orderBy: { id: 'desc' }, take: 1 })
  expect(latest).toMatchObject({ why: 'correct', note: note.text, actorName: 'Oda' })
  expect(await eventsOf(live.id)).toMatchObject([{ actorName: 'Oda', details: { did: 'add', ...note } }])
})

test('worded anew it stays the row it was, of its day and its author; taken off it stays in the audit log', async () => {
  const live = await writeLive(site.db, noon)
  let { version } = must(await addCorrection(site.db, { ...live, note, reportId }, oda, later(5)))
  const other = { kind: 'UPDATE', text: 'The harbour has answered.' } as const
  version = must(await addCorrection(site.db, { id: live.id, version, note: other, reportId }, oda, later(6))).version
  const [first, second] = await rowsOf(live.id)
  const correctionId = first?.id ?? 0
  const worded = { kind: 'CLARIFICATION', text: 'It was 1985.' } as const
  const change = { id: live.id, version, correctionId, note: worded }
  version = must(await changeCorrection(site.db, change, ines, later(7))).version
  expect(await rowsOf(live.id)).toEqual([{ ...first, ...worded }, second])
  must(await removeCorrection(site.db, { id: live.id, version, correctionId }, ines, later(8)))
  expect(await rowsOf(live.id)).toEqual([second])
  expect((await eventsOf(live.id)).map(({ details }) => details)).toEqual([
    { did: 'add', ...note },
    { did: 'add', ...other },
    { did: 'change', ...worded, before: `CORRECTION: ${note.text}` },
    { did: 'remove', ...worded },
  ])
})

test('whoever did not see the article as it is now changes nothing', async () => {
  const live = await writeLive(site.db, noon)
  must(await addCorrection(site.db, { ...live, note, reportId }, ines, later(1)))
  const [row] = await rowsOf(live.id)
  const stale = { id: live.id, version: live.version, correctionId: row?.id ?? 0 }
  const conflict = { ok: false, reason: 'conflict' }
  expect(await addCorrection(site.db, { ...live, note, reportId }, oda, later(2))).toMatchObject(conflict)
  expect(await changeCorrection(site.db, { ...stale, note }, oda, later(2))).toMatchObject(conflict)
  expect(await removeCorrection(site.db, stale, oda, later(2))).toMatchObject(conflict)
  expect(await rowsOf(live.id)).toEqual([row])
})

test('a correction of another article is not there', async () => {
  const [one, two] = [await writeLive(site.db, noon), await writeLive(site.db, noon)]
  must(await addCorrection(site.db, { ...two, note, reportId }, ines, later(1)))
  const [row] = await rowsOf(two.id)
  const foreign = { ...one, correctionId: row?.id ?? 0 }
  expect(await changeCorrection(site.db, { ...foreign, note }, ines, later(2))).toEqual({ ok: false, reason: 'gone' })
  expect(await removeCorrection(site.db, foreign, ines, later(2))).toEqual({ ok: false, reason: 'gone' })
  expect(await rowsOf(two.id)).toEqual([row])
})

test('only what readers see is corrected, by whoever may', async () => {
  const draft = await writeDraft(site.db, noon)
  const status = { ok: false, reason: 'status' }
  expect(await addCorrection(site.db, { ...draft, note, reportId }, ines, noon)).toEqual(status)
  const live = await writeLive(site.db, noon)
  const forbidden = { ok: false, reason: 'forbidden' }
  for (const role of ['CONTRIBUTOR', 'AUTHOR'] as const) {
    const stranger = actor('Nell', role)
    expect(await addCorrection(site.db, { ...live, note, reportId }, stranger, noon)).toEqual(forbidden)
    expect(await getCorrectable(site.db, stranger, live.id)).toBeNull()
  }
  expect(await getCorrectable(site.db, ines, live.id)).toMatchObject({ isLive: true, corrections: [] })
  expect(await rowsOf(live.id)).toEqual([])
})

test('an author corrects what stands under their own name', async () => {
  const nell = actor('Nell', 'AUTHOR')
  const draft = await writeDraft(site.db, noon, {}, nell)
  const { version } = must(await publish(site.db, draft, nell, noon))
  must(await addCorrection(site.db, { id: draft.id, version, note, reportId }, nell, later(1)))
  expect(await getCorrectable(site.db, nell, draft.id)).toMatchObject({ corrections: [{ madeByName: 'Nell' }] })
})

test('edits that nobody has published yet stay, and can still be published', async () => {
  const live = await writeLive(site.db, noon)
  const content = { ...live.content, dek: 'Another one.' }
  must(await saveWorkingCopy(site.db, { ...live, copyVersion: null, content }, ines, later(1)))
  const { version } = must(await addCorrection(site.db, { ...live, note, reportId }, oda, later(2)))
  expect(await site.db.workingCopy.findUnique({ where: { articleId: live.id } })).toMatchObject({
    articleVersion: version,
  })
})

test('the report of which a correction was made is settled with it, if it is of this article', async () => {
  const [one, two] = [await writeLive(site.db, noon), await writeLive(site.db, noon)]
  const reported = must(await report(site.db, one.id, noon))
  must(await addCorrection(site.db, { ...two, note, reportId: reported.id }, ines, later(1)))
  const find = () => site.db.errorReport.findUniqueOrThrow({ where: { id: reported.id } })
  expect(await find()).toMatchObject({ status: 'OPEN', corrected: false })
  must(await addCorrection(site.db, { ...one, note, reportId: reported.id }, ines, later(1)))
  expect(await find()).toMatchObject({ status: 'ANSWERED', corrected: true, decidedByName: 'Ines' })
})

test('the list counts and pages what readers find, and not what was withdrawn', async () => {
  const before = await countCorrections(site.db)
  const live = await writeLive(site.db, noon, { headline: 'Withdrawn later' })
  const { version } = must(await addCorrection(site.db, { ...live, note, reportId }, ines, later(99)))
  expect(await countCorrections(site.db)).toBe(before + 1)
  expect((await listCorrections(site.db, 1))[0]).toMatchObject({ headline: 'Withdrawn later', text: note.text })
  must(await withdraw(site.db, { id: live.id, version, notice: 'Gone.' }, ines, later(100)))
  expect(await countCorrections(site.db)).toBe(before)
  expect(await listCorrections(site.db, 50)).toHaveLength(before)
})
