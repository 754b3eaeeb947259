import { expect, test } from 'vitest'
import { beginSecondFactor, confirmSession, finishSecondFactor } from '@/lib/account/mutations'
import { authenticator } from '@/lib/testing/authenticator'
import { addPerson, newClient, PASSWORD, withCookies } from '@/lib/testing/people'
import { testDatabase } from '@/lib/testing/test-database'
import { type Client, cookieNames } from './client'
import { deviceCookie } from './device'
import { tokenHash } from './hashed-sessions'
import { sessionOf } from './open-session'
import type { CurrentSession } from './session'
import { signInWithCode, signInWithPassword } from './sign-in'

const site = testDatabase()

const signIn = (email: string, password: string, client = newClient(), now = new Date()) =>
  signInWithPassword(site.db, { email, password }, client, now)

/** A browser in which the person is signed in. */
async function signedIn(email: string, client = newClient()): Promise<Client> {
  const result = await signIn(email, PASSWORD, client)
  if (!result.ok) throw new Error(result.reason)
  return withCookies(client, result.setCookie)
}

async function sessionIn(client: Client): Promise<CurrentSession> {
  const session = await sessionOf(site.db, client, new Date())
  if (!session) throw new Error('nobody is signed in')
  return session
}

test('the right password opens a session that says who it is', async () => {
  const maren = await addPerson(site.db, { role: 'EDITOR' })
  const client = await signedIn(maren.email)
  expect(await sessionIn(client)).toMatchObject({ viewer: { id: maren.id, role: 'EDITOR', email: maren.email } })
})

test('an address is the same in capitals', async () => {
  const maren = await addPerson(site.db)
  expect(await signIn(` ${maren.email.toUpperCase()} `, PASSWORD)).toMatchObject({ ok: true, step: 'done' })
})

test('a wrong password, an unknown address and somebody without a password are answered alike', async () => {
  const maren = await addPerson(site.db)
  const guest = await addPerson(site.db, { password: null })
  const wrong = { ok: false, reason: 'wrong' }
  expect(await signIn(maren.email, 'tin boat, thin rope')).toEqual(wrong)
  expect(await signIn('nobody@ellerhaven.example', PASSWORD)).toEqual(wrong)
  expect(await signIn(guest.email, PASSWORD)).toEqual(wrong)
  expect(await signIn('no address', PASSWORD)).toEqual(wrong)
})

test('what is in the database signs nobody in', async () => {
  const maren = await addPerson(site.db)
  const client = await signedIn(maren.email)
  const sent = decodeURIComponent(client.cookies.split('session_token=')[1]?.split(';')[0] ?? '').split('.')[0] ?? ''
  const row = await site.db.session.findFirstOrThrow({ where: { userId: maren.id } })
  expect(row.token).toBe(tokenHash(sent))
  const forged = { ...client, cookies: client.cookies.replace(sent, encodeURIComponent(row.token)) }
  expect(await sessionOf(site.db, forged, new Date())).toBeNull()
})

test('from one address eight passwords are looked at in an hour, and then not even the right one', async () => {
  const maren = await addPerson(site.db)
  const attacker = newClient()
  const now = new Date()
  const answers = []
  for (let i = 0; i < 10; i++) answers.push(await signIn(maren.email, `guess number ${i}`, attacker, now))
  expect(answers.filter(({ ok }) => !ok).map((answer) => ('reason' in answer ? answer.reason : ''))).toEqual([
    ...Array(8).fill('wrong'),
    'wait',
    'wait',
  ])
  expect(answers[9]).toEqual({ ok: false, reason: 'wait', until: new Date(now.getTime() + 3_600_000) })
  expect(await signIn(maren.email, PASSWORD, attacker, now)).toMatchObject({ reason: 'wait' })
  expect(await signIn(maren.email, PASSWORD, newClient(), now)).toMatchObject({ ok: true })
})

test('a thousand addresses get twenty guesses, all at once; a browser that was here before gets in', async () => {
  const maren = await addPerson(site.db)
  const now = new Date()
  const guesses = await Promise.all(
    Array.from({ length: 60 }, (_, i) => signIn(maren.email, 'a guess', newClient({ address: `203.0.113.${i}` }), now)),
  )
  expect(guesses.filter((guess) => !guess.ok && guess.reason === 'wrong')).toHaveLength(20)
  expect(await signIn(maren.email, PASSWORD, newClient(), now)).toMatchObject({ reason: 'wait' })
  const cookies = `${cookieNames().device}=${deviceCookie(maren.email, now)}`
  expect(await signIn(maren.email, PASSWORD, newClient({ cookies }), now)).toMatchObject({ ok: true })
  const others = `${cookieNames().device}=${deviceCookie('bram@ellerhaven.example', now)}`
  expect(await signIn(maren.email, PASSWORD, newClient({ cookies: others }), now)).toMatchObject({ reason: 'wait' })
})

test('an address that nobody has is counted like any other', async () => {
  const attacker = newClient()
  const now = new Date()
  for (let i = 0; i < 8; i++) await signIn('ghost@ellerhaven.example', `guess number ${i}`, attacker, now)
  expect(await signIn('ghost@ellerhaven.example', 'guess', attacker, now)).toMatchObject({ reason: 'wait' })
})

test('whoever signs in again and again is not guessing', async () => {
  const maren = await addPerson(site.db)
  const client = newClient()
  const now = new Date()
  for (let i = 0; i < 12; i++) expect(await signIn(maren.email, PASSWORD, client, now)).toMatchObject({ ok: true })
})

/** Switches the second factor on, and answers the app's secret and the backup codes. */
async function withSecondFactor(email: string) {
  const session = await sessionIn(await signedIn(email))
  const begun = await beginSecondFactor(site.db, { password: PASSWORD }, session, new Date())
  if (!begun.ok) throw new Error(begun.reason)
  const app = authenticator(begun.uri)
  const finished = await finishSecondFactor(site.db, { code: app.code(-1) }, session, new Date())
  if (!finished.ok) throw new Error(finished.reason)
  return { app, backupCodes: finished.backupCodes }
}

/** A browser in which the password was right, and nothing more. */
async function halfway(email: string): Promise<Client> {
  const client = newClient()
  const result = await signIn(email, PASSWORD, client)
  expect(result).toMatchObject({ ok: true, step: 'second-factor' })
  if (!result.ok) throw new Error(result.reason)
  return withCookies(client, result.setCookie)
}

test('with a second factor the password alone opens nothing', async () => {
  const maren = await addPerson(site.db)
  const { app } = await withSecondFactor(maren.email)
  const client = await halfway(maren.email)
  expect(await sessionOf(site.db, client, new Date())).toBeNull()
  const result = await signInWithCode(site.db, { code: app.code(), kind: 'totp' }, client, new Date())
  if (!result.ok) throw new Error(result.reason)
  expect((await sessionIn(withCookies(client, result.setCookie))).viewer.id).toBe(maren.id)
})

test('a code that was taken is not taken again, though it is still on the screen of the phone', async () => {
  const maren = await addPerson(site.db)
  const { app } = await withSecondFactor(maren.email)
  const code = app.code()
  expect(await signInWithCode(site.db, { code, kind: 'totp' }, await halfway(maren.email), new Date())).toMatchObject({
    ok: true,
  })
  const again = await signInWithCode(site.db, { code, kind: 'totp' }, await halfway(maren.email), new Date())
  expect(again).toEqual({ ok: false, reason: 'wrong' })
})

test('a backup code is good once', async () => {
  const maren = await addPerson(site.db)
  const { backupCodes } = await withSecondFactor(maren.email)
  expect(backupCodes).toHaveLength(10)
  const code = backupCodes[0] ?? ''
  const first = await signInWithCode(site.db, { code, kind: 'backup' }, await halfway(maren.email), new Date())
  expect(first).toMatchObject({ ok: true })
  const second = await signInWithCode(site.db, { code, kind: 'backup' }, await halfway(maren.email), new Date())
  expect(second).toEqual({ ok: false, reason: 'wrong' })
})

test('five wrong codes in a quarter of an hour, however often one begins anew', async () => {
  const maren = await addPerson(site.db)
  const { app } = await withSecondFactor(maren.email)
  const now = new Date()
  const reasons = []
  for (let i = 0; i < 6; i++) {
    const guess = await signInWithCode(site.db, { code: `00000${i}`, kind: 'totp' }, await halfway(maren.email), now)
    reasons.push('reason' in guess ? guess.reason : '')
  }
  expect(reasons).toEqual([...Array(5).fill('wrong'), 'wait'])
  const right = await signInWithCode(site.db, { code: app.code(), kind: 'totp' }, await halfway(maren.email), now)
  expect(right).toMatchObject({ reason: 'wait' })
})

test('a code without a password before it is answered with nothing', async () => {
  const expired = { ok: false, reason: 'expired' }
  expect(await signInWithCode(site.db, { code: '123456', kind: 'totp' }, newClient(), new Date())).toEqual(expired)
})

test('a session that is open answers for nobody else’s second factor', async () => {
  const bram = await addPerson(site.db)
  const maren = await addPerson(site.db)
  await withSecondFactor(maren.email)
  const { app } = await withSecondFactor(bram.email)
  const begun = await halfway(bram.email)
  const entered = await signInWithCode(site.db, { code: app.code(), kind: 'totp' }, begun, new Date())
  if (!entered.ok) throw new Error(entered.reason)
  // Bram's browser, in which Maren's password is typed, and then a code of Bram's own app.
  const pending = await halfway(maren.email)
  const both = { ...pending, cookies: `${withCookies(begun, entered.setCookie).cookies}; ${pending.cookies}` }
  const code = app.code(1)
  const wrong = { ok: false, reason: 'wrong' }
  expect(await signInWithCode(site.db, { code, kind: 'totp' }, both, new Date())).toEqual(wrong)
})

test('a deactivated person is told nothing else than that it was wrong', async () => {
  const maren = await addPerson(site.db)
  await site.db.user.update({ where: { id: maren.id }, data: { deactivatedAt: new Date() } })
  expect(await signIn(maren.email, PASSWORD)).toEqual({ ok: false, reason: 'wrong' })
})

test('a session ends when nobody has used it for a week', async () => {
  const maren = await addPerson(site.db)
  const client = await signedIn(maren.email)
  const days = (count: number) => new Date(Date.now() + count * 86_400_000)
  expect(await sessionOf(site.db, client, days(6))).not.toBeNull()
  expect(await sessionOf(site.db, client, days(14))).toBeNull()
  expect(await sessionOf(site.db, client, new Date())).toBeNull()
})

test('a password or a code confirms a session, a wrong one does not', async () => {
  const maren = await addPerson(site.db)
  const client = await signedIn(maren.email)
  await site.db.session.updateMany({ where: { userId: maren.id }, data: { confirmedAt: new Date(0) } })
  const session = await sessionIn(client)
  expect(await confirmSession(site.db, { password: 'not this one' }, session, new Date())).toMatchObject({
    reason: 'wrong',
  })
  expect((await sessionIn(client)).confirmedAt).toEqual(new Date(0))
  const now = new Date()
  expect(await confirmSession(site.db, { password: PASSWORD }, session, now)).toEqual({ ok: true })
  expect((await sessionIn(client)).confirmedAt).toEqual(now)
})

test('who signed in, and who tried, is in the audit log without what they typed', async () => {
  const maren = await addPerson(site.db)
  await signIn(maren.email, 'my other password')
  await signIn(maren.email, PASSWORD)
  const events = await site.db.auditEvent.findMany({ where: { object: `user:${maren.id}` }, orderBy: { id: 'asc' } })
  expect(events.map(({ act, result }) => [act, result])).toEqual([
    ['sign-in', 'REFUSED'],
    ['sign-in', 'DONE'],
  ])
  expect(JSON.stringify(events)).not.toContain('my other password')
})
