import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ACTS, may } from '@/lib/auth/permissions'
import { exportPerson } from '@/lib/comments/admin-queries'
import { erasePerson } from '@/lib/comments/desk-mutations'
import { MAIL } from '@/lib/jobs/kinds'
import { runDueJobs } from '@/lib/jobs/run'
import { addArticle } from '@/lib/testing/articles'
import { type MailServer, plainPart, startMailServer } from '@/lib/testing/mail-server'
import { actor, ines, must, oda } from '@/lib/testing/newsroom'
import { report } from '@/lib/testing/reports'
import { testDatabase } from '@/lib/testing/test-database'
import { countOpenReports, countReports, exportReports, findReported, getReport, listReports } from './admin-queries'
import { answerReport, decideReport } from './desk-mutations'

const site = testDatabase()
const noon = new Date('2026-11-22T12:00:00Z')
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000)
const boss = actor('Boss', 'ADMIN')
const email = 'gone@askew.example'
let post: MailServer

beforeAll(async () => {
  post = await startMailServer()
  vi.stubEnv('SMTP_URL', post.url)
  vi.stubEnv('MAIL_FROM', 'The Courier <news@courier.example>')
})
afterAll(() => post.close())

const deliver = async () => {
  while (await runDueJobs(site.db, MAIL, () => new Date('2027-01-01T00:00:00Z')));
}

test('the queue has the oldest first, each beside what was marked as it stands now', async () => {
  const body = '<p>It rained. The <em>first</em> boat left in 1984.</p><p>It came back.</p>'
  const articleId = await addArticle(site.db, { body, headline: 'Boats' })
  const { id } = must(await report(site.db, articleId, noon, { sentence: 'the first boat left in 1984.' }))
  const later = must(await report(site.db, articleId, after(60), { sentence: 'It sank.' }))
  const { reports } = await listReports(site.db, ines, { view: 'open', id: null, page: 1 })
  expect(reports.map((line) => line.id)).toEqual([id, later.id])
  expect(await getReport(site.db, ines, id)).toMatchObject({
    article: { id: articleId, headline: 'Boats', isLive: true },
    marked: { before: expect.stringContaining('It rained. '), marked: 'The first boat left in 1984.' },
    email: null,
  })
  expect((await getReport(site.db, ines, later.id))?.marked).toBeNull()
  expect(await findReported(site.db, ines, { id, articleId: articleId + 1 })).toBeNull()
})

test('it is dismissed, settled and opened again, each time in somebody’s name', async () => {
  const { id } = must(await report(site.db, await addArticle(site.db), noon))
  const before = await countReports(site.db, ines)
  expect(await decideReport(site.db, { id, verdict: 'dismiss' }, ines, after(1))).toEqual({ ok: true, changed: true })
  expect(await decideReport(site.db, { id, verdict: 'dismiss' }, oda, after(2))).toEqual({ ok: true, changed: false })
  expect(await countReports(site.db, ines)).toEqual({
    ...before,
    open: before.open - 1,
    dismissed: before.dismissed + 1,
  })
  expect(await getReport(site.db, ines, id)).toMatchObject({ status: 'DISMISSED', decidedByName: 'Ines' })
  must(await decideReport(site.db, { id, verdict: 'reopen' }, oda, after(3)))
  expect(await getReport(site.db, ines, id)).toMatchObject({ status: 'OPEN', decidedByName: null, decidedAt: null })
  const events = await site.db.auditEvent.findMany({ where: { object: `report:${id}` }, orderBy: { id: 'asc' } })
  expect(events.map(({ actorName, act, details }) => [actorName, act, details])).toEqual([
    ['Ines', 'reports.decide', { verdict: 'dismiss' }],
    ['Oda', 'reports.decide', { verdict: 'reopen' }],
  ])
  expect(await decideReport(site.db, { id: 999_999, verdict: 'settle' }, ines, noon)).toMatchObject({ reason: 'gone' })
})

test('an answer goes by mail, once, and its address stands nowhere else', async () => {
  const articleId = await addArticle(site.db, { headline: 'Boats', locale: 'en' })
  const { id } = must(await report(site.db, articleId, noon, { text: 'It was <b>1985</b>.', email }))
  const text = 'You are right.\nThank you.'
  must(await answerReport(site.db, { id, text }, ines, after(5)))
  must(await answerReport(site.db, { id, text: 'Twice' }, oda, after(6)))
  const jobs = await site.db.job.findMany({ where: { kind: 'mail.report' } })
  const events = await site.db.auditEvent.findMany({ where: { object: `report:${id}` } })
  expect(JSON.stringify([jobs, events])).not.toContain('askew')
  expect(events.map(({ act }) => act)).toEqual(['reports.answer'])
  await deliver()
  expect(post.letters.map(({ to }) => to)).toEqual([[email]])
  const letter = plainPart(post.letters[0]?.source ?? '')
  expect(letter).toMatch(/You are right\.\r?\nThank you\./)
  expect(letter).toContain('It was <b>1985</b>.')
  expect(letter).not.toContain('Ines')
  expect(await getReport(site.db, ines, id)).toMatchObject({ status: 'ANSWERED', answer: text, answeredAt: after(5) })
})

test('without an address nobody is answered', async () => {
  const { id } = must(await report(site.db, await addArticle(site.db), noon))
  expect(await answerReport(site.db, { id, text: 'Thanks.' }, ines, noon)).toEqual({ ok: false, reason: 'noAddress' })
})

test('a person gets their reports too; erased, their words stay and no letter follows', async () => {
  const person = 'both@askew.example'
  const articleId = await addArticle(site.db)
  const { id } = must(
    await report(site.db, articleId, noon, { text: 'My words.', email: person, address: '203.0.113.9' }),
  )
  expect(await exportReports(site.db, boss, 'BOTH@askew.example')).toMatchObject([
    { id, text: 'My words.', email: person, address: '203.0.113.9', userAgent: 'Browser' },
  ])
  must(await answerReport(site.db, { id, text: 'Too late.' }, ines, noon))
  post.letters.length = 0
  const erase = { email: 'Both@askew.example', anonymous: 'Anonymous' }
  expect(await erasePerson(site.db, erase, boss, noon)).toEqual({ ok: true, comments: 0, reports: 1, events: 0 })
  await deliver()
  expect(post.letters).toEqual([])
  expect(await getReport(site.db, ines, id)).toMatchObject({ text: 'My words.', email: null })
  expect(await exportReports(site.db, boss, person)).toEqual([])
  expect(JSON.stringify(await site.db.auditEvent.findMany())).not.toContain('both@askew')
  expect(await erasePerson(site.db, erase, boss, noon)).toEqual({ ok: false, reason: 'gone' })
})

test('of those who left no address nobody’s reports are given to anybody, nor erased', async () => {
  const { id } = must(await report(site.db, await addArticle(site.db), noon, { address: '203.0.113.10' }))
  expect(await exportReports(site.db, boss, '')).toEqual([])
  expect(await exportPerson(site.db, boss, '')).toEqual([])
  await erasePerson(site.db, { email: ' ', anonymous: '-' }, boss, noon)
  expect(await site.db.errorReportSender.count({ where: { reportId: id } })).toBe(1)
})

test.each(['CONTRIBUTOR', 'AUTHOR'] as const)('%s neither sees nor decides anything here', async (role) => {
  const viewer = actor('Nell', role)
  const articleId = await addArticle(site.db)
  const { id } = must(await report(site.db, articleId, noon, { email: `nell.${role}@askew.example` }))
  const refused = { ok: false, reason: 'forbidden' }
  expect(ACTS.filter((act) => act.startsWith('reports.') && may(viewer, act))).toEqual([])
  expect(await decideReport(site.db, { id, verdict: 'dismiss' }, viewer, noon)).toEqual(refused)
  expect(await answerReport(site.db, { id, text: 'Mine.' }, viewer, noon)).toEqual(refused)
  expect(await getReport(site.db, viewer, id)).toBeNull()
  expect(await findReported(site.db, viewer, { id, articleId })).toBeNull()
  expect(await listReports(site.db, viewer, { view: 'open', id: null, page: 1 })).toEqual({ reports: [], more: false })
  expect(await countReports(site.db, viewer)).toEqual({ open: 0, answered: 0, dismissed: 0 })
  expect(await countOpenReports(site.db, viewer)).toBe(0)
  expect(await exportReports(site.db, viewer, `nell.${role}@askew.example`)).toBeNull()
  expect(await getReport(site.db, ines, id)).toMatchObject({ status: 'OPEN', answer: null })
})

test('an editor is not given all that is kept of a person', async () => {
  expect(await exportReports(site.db, ines, email)).toBeNull()
})
