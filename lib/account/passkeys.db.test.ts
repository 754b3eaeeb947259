import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { sessionOf } from '@/lib/auth/open-session'
import { CHALLENGE_MS } from '@/lib/auth/passkey-challenge'
import { askWhoSigns, signInByPasskey } from '@/lib/auth/passkey-sign-in'
import type { CurrentSession } from '@/lib/auth/session'
import { signInByLink } from '@/lib/auth/sign-in'
import { listPeople } from '@/lib/people/admin-queries'
import { resetPassword } from '@/lib/people/link-mutations'
import { deactivatePerson, makeResetLink, removeSecondFactor } from '@/lib/people/mutations'
import { androidStatement } from '@/lib/testing/android-attestation'
import { SoftPasskey } from '@/lib/testing/passkey'
import { addPerson, newClient, withCookies } from '@/lib/testing/people'
import { testDatabase } from '@/lib/testing/test-database'
import {
  addPasskey,
  askForPasskey,
  beginPasskey,
  confirmByPasskey,
  removePasskey,
  renamePasskey,
} from './passkey-mutations'
import { listPasskeys } from './queries'

const site = testDatabase()
const wrong = { ok: false, reason: 'wrong' }
const later = (ms: number) => new Date(Date.now() + ms)

async function sessionFor(userId: string): Promise<CurrentSession> {
  const client = newClient()
  const entered = await signInByLink(site.db, userId, client, new Date())
  if (!entered) throw new Error('the link opened nothing')
  const session = await sessionOf(site.db, withCookies(client, entered.setCookie), new Date())
  if (!session) throw new Error('nobody is signed in')
  return session
}

async function optionsFor(session: CurrentSession) {
  const begun = await beginPasskey(site.db, session, 'The Courier', new Date())
  if (!begun.ok) throw new Error(begun.reason)
  return begun.options
}

/** Somebody who is signed in, with a passkey. */
async function withPasskey() {
  const person = await addPerson(site.db, { password: null })
  const session = await sessionFor(person.id)
  const key = new SoftPasskey()
  const made = key.make(await optionsFor(session))
  expect(await addPasskey(site.db, { name: 'Blue key', made }, session, new Date())).toEqual({ ok: true })
  return { person, session, key }
}

const signIn = (signed: ReturnType<SoftPasskey['sign']>, client = newClient(), now = new Date()) =>
  signInByPasskey(site.db, signed, client, now)

test('a passkey signs in without password and code, and says so in the audit log', async () => {
  const { person, key } = await withPasskey()
  await site.db.user.update({ where: { id: person.id }, data: { twoFactorEnabled: true } })
  const client = newClient()
  const entered = await signIn(key.sign(await askWhoSigns(new Date()), { userHandle: person.id }), client)
  if (!entered.ok) throw new Error(entered.reason)
  const session = await sessionOf(site.db, withCookies(client, entered.setCookie), new Date())
  expect(session?.viewer.id).toBe(person.id)
  expect(session?.confirmedAt).not.toBeNull()
  expect(await listPasskeys(site.db, person.id)).toMatchObject([{ name: 'Blue key', isSynced: false }])
  const where = { object: `user:${person.id}` }
  const acts = await site.db.auditEvent.findMany({
    where,
    orderBy: { id: 'asc' },
    select: { act: true, details: true },
  })
  expect(acts.slice(1)).toEqual([
    { act: 'account.addPasskey', details: { name: 'Blue key' } },
    { act: 'sign-in', details: { by: 'passkey' } },
  ])
})

test('what was signed is taken once, and for five minutes', async () => {
  const { key } = await withPasskey()
  const options = await askWhoSigns(new Date())
  const signed = key.sign(options)
  expect(await signIn(signed, newClient(), later(CHALLENGE_MS))).toEqual(wrong)
  expect(await signIn(signed)).toMatchObject({ ok: true })
  expect(await signIn(signed)).toEqual(wrong)
  // Signed anew, but what it signs was taken.
  expect(await signIn(key.sign(options))).toEqual(wrong)
})

test('nothing else opens: another site, a key that looked at nobody, a copy, another’s key or what was asked for elsewhere', async () => {
  const { person, session, key } = await withPasskey()
  const { key: other, session: others } = await withPasskey()
  const ask = () => askWhoSigns(new Date())
  const confirming = await askForPasskey(site.db, session, new Date())
  if (!confirming.ok) throw new Error(confirming.reason)
  const refused = {
    origin: key.sign(await ask(), { origin: 'https://evil.example' }),
    host: key.sign(await ask(), { host: 'evil.example' }),
    unverified: key.sign(await ask(), { flags: 0x01 }),
    handle: key.sign(await ask(), { userHandle: others.viewer.id }),
    invented: key.sign(await ask(), { challenge: Buffer.from('invented').toString('base64url') }),
    elsewhere: key.sign(confirming.options),
    unknown: new SoftPasskey().sign(await ask()),
    // A signature of one key under the name of another.
    swapped: { ...other.sign(await ask()), id: key.id, rawId: key.id },
  }
  for (const [name, signed] of Object.entries(refused)) expect([name, await signIn(signed)]).toEqual([name, wrong])
  const good = key.sign(await ask(), { counter: 40 })
  expect(await signIn(good)).toMatchObject({ ok: true })
  expect(await signIn(key.sign(await ask(), { counter: 39 }))).toEqual(wrong)
  const where = { object: `user:${person.id}`, result: 'REFUSED' } as const
  expect(await site.db.auditEvent.count({ where })).toBe(8)
})

test('a key is made for whoever is signed in, who has just said who they are, and for nobody else', async () => {
  const { session, key } = await withPasskey()
  const person = await addPerson(site.db, { password: null })
  const own = await sessionFor(person.id)
  const add = (made: ReturnType<SoftPasskey['make']>, as = own) =>
    addPasskey(site.db, { name: 'Key', made }, as, new Date())
  const [late] = [{ ...own, confirmedAt: new Date(0) }]
  expect(await beginPasskey(site.db, late, 'The Courier', new Date())).toEqual({ ok: false, reason: 'confirm' })
  expect(await add(new SoftPasskey().make(await optionsFor(own)), late)).toEqual({ ok: false, reason: 'confirm' })
  expect(await add(new SoftPasskey().make(await optionsFor(session)))).toEqual(wrong)
  expect(await add(new SoftPasskey().make(await optionsFor(own), { flags: 0x41 }))).toEqual(wrong)
  expect(await add(new SoftPasskey().make(await optionsFor(own), { origin: 'https://evil.example' }))).toEqual(wrong)
  expect(await add(key.make(await optionsFor(own)))).toEqual({ ok: false, reason: 'known' })
  const options = await optionsFor(own)
  expect(await add(new SoftPasskey().make(options))).toEqual({ ok: true })
  expect(await add(new SoftPasskey().make(options))).toEqual(wrong)
})

test('nobody is asked about a key that was made, whomever it names', async () => {
  const asked: unknown[] = []
  const other = createServer(({ url }, res) => {
    asked.push(url)
    res.end()
  }).listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const session = await sessionFor((await addPerson(site.db, { password: null })).id)
  const statement = androidStatement(`http://127.0.0.1:${port}/revoked`)
  const made = new SoftPasskey().make(await optionsFor(session), { statement })
  expect(await addPasskey(site.db, { name: 'Phone', made }, session, new Date())).toEqual(wrong)
  other.close()
  expect(asked).toEqual([])
})

test('a passkey says again who sits there, its owner’s alone and for that session', async () => {
  const { session, key } = await withPasskey()
  const { key: other } = await withPasskey()
  await site.db.session.update({ where: { id: session.id }, data: { confirmedAt: new Date(0) } })
  const options = async () => {
    const asked = await askForPasskey(site.db, session, new Date())
    if (!asked.ok) throw new Error(asked.reason)
    return asked.options
  }
  expect((await options()).allowCredentials).toMatchObject([{ id: key.id }])
  expect(await confirmByPasskey(site.db, other.sign(await options()), session, new Date())).toEqual(wrong)
  expect(await confirmByPasskey(site.db, key.sign(await askWhoSigns(new Date())), session, new Date())).toEqual(wrong)
  const where = { act: 'account.confirm', actorId: session.viewer.id, object: `user:${session.viewer.id}` }
  expect(await site.db.auditEvent.count({ where: { ...where, result: 'REFUSED' } })).toBe(2)
  const now = new Date()
  expect(await confirmByPasskey(site.db, key.sign(await options()), session, now)).toEqual({ ok: true })
  expect(await site.db.session.findUnique({ where: { id: session.id } })).toMatchObject({ confirmedAt: now })
})

test('passkeys are tried as seldom as passwords', async () => {
  const { key } = await withPasskey()
  const client = newClient()
  const now = new Date()
  const reasons = []
  for (let i = 0; i < 9; i++) {
    const guess = await signIn(key.sign(await askWhoSigns(now), { host: 'evil.example' }), client, now)
    reasons.push(guess.ok ? '' : guess.reason)
  }
  expect(reasons).toEqual([...Array(8).fill('wrong'), 'wait'])
  expect(await signIn(key.sign(await askWhoSigns(now)), newClient(), now)).toMatchObject({ ok: true })
})

test('removed, or with a reset that asks for it, or by an admin with the second factor: it opens nothing more', async () => {
  const admin = await addPerson(site.db, { role: 'ADMIN' })
  const left = async ({ person }: { person: { id: string } }) => (await listPasskeys(site.db, person.id)).length
  const one = await withPasskey()
  const passkeyId = (await listPasskeys(site.db, one.person.id))[0]?.id ?? ''
  const stranger = await withPasskey()
  expect(await removePasskey(site.db, { passkeyId }, stranger.session, new Date())).toMatchObject({ reason: 'gone' })
  const late = { ...one.session, confirmedAt: null }
  expect(await removePasskey(site.db, { passkeyId }, late, new Date())).toMatchObject({ reason: 'confirm' })
  expect(await removePasskey(site.db, { passkeyId }, one.session, new Date())).toEqual({ ok: true })
  expect(await signIn(one.key.sign(await askWhoSigns(new Date())))).toEqual(wrong)

  const reset = async (owner: typeof one, removePasskeys: boolean) => {
    const made = await makeResetLink(site.db, { userId: owner.person.id }, admin, new Date())
    if (!made.ok) throw new Error(made.reason)
    const input = { token: made.token, password: 'a new tin boat', removePasskeys }
    expect(await resetPassword(site.db, input, '', new Date())).toMatchObject({ ok: true })
    return left(owner)
  }
  const two = await withPasskey()
  expect([await reset(two, false), await reset(two, true)]).toEqual([1, 0])
  const three = await withPasskey()
  const shown = async () =>
    (await listPeople(site.db, admin, new Date()))?.find(({ id }) => id === three.person.id)?.passkeys
  expect(await shown()).toBe(1)
  await removeSecondFactor(site.db, { userId: three.person.id }, admin, new Date())
  expect([await left(three), await shown()]).toEqual([0, 0])
})

test('a deactivated person’s passkey opens nothing', async () => {
  const admin = await addPerson(site.db, { role: 'ADMIN' })
  const { person, key } = await withPasskey()
  await deactivatePerson(site.db, { userId: person.id }, admin, new Date())
  expect(await signIn(key.sign(await askWhoSigns(new Date())))).toEqual(wrong)
  const refused = { act: 'sign-in', object: `user:${person.id}`, result: 'REFUSED' } as const
  expect(await site.db.auditEvent.findFirst({ where: refused })).toMatchObject({ details: { by: 'passkey' } })
})

test('another name of a key is in the log with the one before', async () => {
  const { session, person } = await withPasskey()
  const passkeyId = (await listPasskeys(site.db, person.id))[0]?.id ?? ''
  const rename = (id: string) => renamePasskey(site.db, { passkeyId: id, name: 'Red key' }, session, new Date())
  expect([await rename('none'), await rename(passkeyId)]).toEqual([{ ok: false, reason: 'gone' }, { ok: true }])
  expect(await listPasskeys(site.db, person.id)).toMatchObject([{ name: 'Red key' }])
  const where = { act: 'account.renamePasskey', object: `user:${person.id}` }
  expect(await site.db.auditEvent.findFirst({ where })).toMatchObject({ details: { from: 'Blue key', to: 'Red key' } })
})
