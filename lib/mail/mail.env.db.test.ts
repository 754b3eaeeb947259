import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { sendBack, submit } from '@/lib/articles/editing/publish-mutations'
import { findLink } from '@/lib/auth/links'
import { adminEn } from '@/lib/i18n/admin-en'
import { adminFa } from '@/lib/i18n/admin-fa'
import { mailAr } from '@/lib/i18n/mail-ar'
import { mailEn } from '@/lib/i18n/mail-en'
import { mailFa } from '@/lib/i18n/mail-fa'
import { transact } from '@/lib/invalidation'
import { listFailedJobs } from '@/lib/jobs/admin-queries'
import { MAIL } from '@/lib/jobs/kinds'
import { runDueJobs } from '@/lib/jobs/run'
import { askReset } from '@/lib/people/ask-reset-mutations'
import { joinByLink } from '@/lib/people/link-mutations'
import { invitePerson, makeResetLink, takeInvitationBack } from '@/lib/people/mutations'
import { writeSetting } from '@/lib/site/mutations'
import { type MailServer, plainPart, startMailServer } from '@/lib/testing/mail-server'
import { actor, ines, must, writeDraft } from '@/lib/testing/newsroom'
import { addPerson, newClient, PASSWORD } from '@/lib/testing/people'
import { testDatabase } from '@/lib/testing/test-database'
import { askForTestLetter, getTestLetter } from './test-mutations'

const site = testDatabase()
const boss = actor('Boss', 'ADMIN')
let post: MailServer

// What can be set is read at the first need, which comes later than this.
beforeAll(async () => {
  post = await startMailServer()
  vi.stubEnv('SMTP_URL', post.url)
  vi.stubEnv('MAIL_FROM', 'The Courier <news@courier.example>')
})
afterAll(() => post.close())

/** Does what is due; jobs that failed are due again later. */
const deliver = async (at = new Date()) => {
  while (await runDueJobs(site.db, MAIL, () => at));
}
/** What other tests have asked for is gone. */
beforeEach(async () => {
  post.refuse = null
  await deliver()
  post.letters.length = 0
})

const linkIn = (source: string) => /\/login\/link\/\?token=([\w-]+)/.exec(plainPart(source))?.[1] ?? ''

test('an invitation goes by mail, and its link lets that person in', async () => {
  const now = new Date()
  const order = { name: 'Perrin', email: 'perrin@ellerhaven.example', role: 'AUTHOR', byMail: true } as const
  const { token } = must(await invitePerson(site.db, order, boss, now))
  const jobs = await site.db.job.findMany({ where: { kind: 'mail.invitation' } })
  expect(JSON.stringify(jobs)).not.toContain(token)
  await deliver()
  expect(post.letters.map(({ to }) => to)).toEqual([['perrin@ellerhaven.example']])
  const { source = '' } = post.letters[0] ?? {}
  expect(source).toMatch(/^From: The Courier <news@courier\.example>/m)
  expect(source).toMatch(/^Auto-Submitted: auto-generated/m)
  const joining = { token: linkIn(source), name: 'Perrin', email: '', password: 'a rope, a lamp, a tide' }
  must(await joinByLink(site.db, joining, '', new Date()))
})

test('letters speak the language of whoever they are written to, and the site’s where nobody knows it', async () => {
  const now = new Date()
  const said = { fa: { name: 'پیک' }, ar: { name: 'البريد' } }
  await transact(site.db, (tx) => writeSetting(tx, 'site', { name: 'The Courier', said }))
  const invite = (email: string, locale: string | null) =>
    invitePerson(site.db, { name: 'Parvin', email, role: 'EDITOR', locale, byMail: true }, boss, now)
  must(await invite('parvin@ellerhaven.example', 'fa'))
  must(await invite('unknown@ellerhaven.example', null))
  await deliver()
  const sourceTo = (email: string) => post.letters.find((letter) => letter.to.includes(email))?.source ?? ''
  const to = (email: string) => plainPart(sourceTo(email))
  expect(to('parvin@ellerhaven.example')).toContain(mailFa.invitation.text('Boss', adminFa.roles.EDITOR))
  expect(to('parvin@ellerhaven.example')).toContain('پیک')
  expect(to('unknown@ellerhaven.example')).toContain(mailEn.invitation.text('Boss', adminEn.roles.EDITOR))
  const joining = {
    token: linkIn(sourceTo('parvin@ellerhaven.example')),
    name: 'Parvin',
    email: '',
    password: PASSWORD,
  }
  const { userId } = must(await joinByLink(site.db, joining, '', now))
  expect(await site.db.user.findUnique({ where: { id: userId } })).toMatchObject({ locale: 'fa' })
  // Of whoever is here their own choice counts.
  await site.db.user.update({ where: { id: userId }, data: { locale: 'ar' } })
  post.letters.length = 0
  must(await askReset(site.db, 'parvin@ellerhaven.example', newClient(), now))
  await deliver()
  expect(to('parvin@ellerhaven.example')).toContain(mailAr.reset.text('Parvin'))
  expect(to('parvin@ellerhaven.example')).toContain('البريد')
  await transact(site.db, (tx) => writeSetting(tx, 'site', { name: 'Broadsheet' }))
})

test('an invitation that was taken back sends nothing', async () => {
  const now = new Date()
  const email = 'taken.back@ellerhaven.example'
  must(await invitePerson(site.db, { name: 'X', email, role: 'AUTHOR', byMail: true }, boss, now))
  const link = await site.db.oneTimeLink.findFirstOrThrow({ where: { email } })
  must(await takeInvitationBack(site.db, { linkId: link.id }, boss, now))
  await deliver()
  expect(post.letters).toEqual([])
})

test('whoever forgot their password gets a link; nobody else learns whether there is such an account', async () => {
  const person = await addPerson(site.db)
  const now = new Date()
  const known = await askReset(site.db, person.email, newClient(), now)
  const unknown = await askReset(site.db, 'nobody@ellerhaven.example', newClient(), now)
  expect(known).toEqual(unknown)
  expect(await site.db.job.count({ where: { kind: 'mail.reset', finishedAt: null } })).toBe(2)
  await deliver()
  expect(post.letters.map(({ to }) => to)).toEqual([[person.email]])
  const token = linkIn(post.letters[0]?.source ?? '')
  expect(await findLink(site.db, token, new Date())).toMatchObject({ kind: 'RESET', userId: person.id })
})

test('a link that an admin handed over outlives whoever asks for another', async () => {
  const person = await addPerson(site.db)
  const { token } = must(await makeResetLink(site.db, { userId: person.id }, boss, new Date()))
  must(await askReset(site.db, person.email, newClient(), new Date()))
  await deliver()
  expect(await findLink(site.db, token, new Date())).not.toBeNull()
})

test('one mailbox is written to three times an hour, whoever asks', async () => {
  const person = await addPerson(site.db)
  const now = new Date()
  for (let i = 0; i < 3; i++) must(await askReset(site.db, person.email, newClient(), now))
  expect(await askReset(site.db, person.email, newClient(), now)).toMatchObject({ ok: false, reason: 'wait' })
  const stranger = 'somebody.else@ellerhaven.example'
  for (let i = 0; i < 3; i++) must(await askReset(site.db, stranger, newClient(), now))
  expect(await askReset(site.db, stranger, newClient(), now)).toMatchObject({ ok: false, reason: 'wait' })
})

test('a writer hears that an article was sent back, in their language, with the note', async () => {
  const now = new Date()
  const person = await addPerson(site.db, { role: 'CONTRIBUTOR' })
  await site.db.user.update({ where: { id: person.id }, data: { locale: 'fa' } })
  const draft = await writeDraft(site.db, now, { headline: 'Flood wardens' }, person)
  const { version } = must(await submit(site.db, draft, person, now))
  must(await sendBack(site.db, { id: draft.id, version, note: 'A second <voice>.' }, ines, now))
  await deliver()
  expect(post.letters.map(({ to }) => to)).toEqual([[person.email]])
  const { source = '' } = post.letters[0] ?? {}
  expect(plainPart(source)).toContain('A second <voice>.')
  expect(plainPart(source)).toContain('را به شما بازگردانده')
  expect(plainPart(source)).toContain(`/admin/articles/${draft.id}/`)
})

test('what the mail server refuses is tried again later, and is seen once it is given up', async () => {
  const person = await addPerson(site.db, { password: PASSWORD })
  const begun = new Date()
  must(await askReset(site.db, person.email, newClient(), begun))
  post.refuse = 'no room for letters'
  let at = begun.getTime()
  await deliver(new Date(at))
  const first = await site.db.job.findFirstOrThrow({ where: { kind: 'mail.reset' }, orderBy: { id: 'desc' } })
  expect(first).toMatchObject({ attempts: 1, failedAt: null, lastError: expect.stringContaining('no room') })
  expect(first.runAt.getTime()).toBeGreaterThan(at)
  for (let attempt = 0; attempt < 12; attempt++) {
    at += 3_600_000
    await deliver(new Date(at))
  }
  const [failed] = await listFailedJobs(site.db)
  expect(failed).toMatchObject({ id: first.id, kind: 'mail.reset', lastError: expect.stringContaining('no room') })
  expect(post.letters).toEqual([])
})

test('an admin asks for a test letter, gets it in their language, and reads that it was sent', async () => {
  const now = new Date()
  const admin = await addPerson(site.db, { role: 'ADMIN', password: null })
  await site.db.user.update({ where: { id: admin.id }, data: { locale: 'ar' } })
  expect(await askForTestLetter(site.db, ines, now)).toEqual({ ok: false, reason: 'forbidden' })
  must(await askForTestLetter(site.db, admin, now))
  expect(await getTestLetter(site.db)).toEqual({ sentAt: null, error: null })
  await deliver()
  expect(post.letters.map(({ to }) => to)).toEqual([[admin.email]])
  const { source = '' } = post.letters[0] ?? {}
  expect(plainPart(source)).toContain('/admin/settings/mail/')
  expect(plainPart(source)).toMatch(/[\u0621-\u064a]/)
  expect(await getTestLetter(site.db)).toMatchObject({ sentAt: expect.any(Date), error: null })
  const event = await site.db.auditEvent.findFirst({ where: { object: 'mail' }, orderBy: { id: 'desc' } })
  expect(event).toMatchObject({ act: 'settings.edit', actorId: admin.id, details: { test: true } })
})

test('what the mail server says to a test letter is read on the page, and asked again it is sent anew', async () => {
  const admin = await addPerson(site.db, { role: 'ADMIN', password: null })
  post.refuse = 'no room for tests'
  must(await askForTestLetter(site.db, admin, new Date()))
  await deliver()
  expect(await getTestLetter(site.db)).toMatchObject({ sentAt: null, error: expect.stringContaining('no room') })
  post.refuse = null
  must(await askForTestLetter(site.db, admin, new Date()))
  await deliver()
  expect(post.letters).toHaveLength(1)
  expect(await getTestLetter(site.db)).toMatchObject({ sentAt: expect.any(Date), error: null })
})
