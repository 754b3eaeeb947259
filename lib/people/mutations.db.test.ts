import { expect, test } from 'vitest'
import { addLink, consumeLink, findLink, needsFirstAdmin, replaceFirstAdminLink } from '@/lib/auth/links'
import { sessionOf } from '@/lib/auth/open-session'
import { signInByLink, signInWithPassword } from '@/lib/auth/sign-in'
import { addPerson, newClient, PASSWORD, withCookies } from '@/lib/testing/people'
import { testDatabase } from '@/lib/testing/test-database'
import { listPeople } from './admin-queries'
import { joinByLink, resetPassword, useSignInLink } from './link-mutations'
import {
  changeRole,
  deactivatePerson,
  endSessions,
  invitePerson,
  makeResetLink,
  reactivatePerson,
  removeSecondFactor,
  takeInvitationBack,
} from './mutations'

const site = testDatabase()
const hours = (count: number) => new Date(Date.now() + count * 3_600_000)
const gone = { ok: false, reason: 'gone' }

/** A browser in which somebody of that address is signed in, and how to hear whether they still are. */
async function signedIn(email: string) {
  const client = newClient()
  const result = await signInWithPassword(site.db, { email, password: PASSWORD }, client, new Date())
  if (!result.ok) throw new Error(result.reason)
  const browser = withCookies(client, result.setCookie)
  return { isOpen: async () => (await sessionOf(site.db, browser, new Date())) !== null }
}

// First in the file: it counts on nobody being there.
test('the first admin’s link is made anew at every start, works once, and never again', async () => {
  const old = await replaceFirstAdminLink(site.db, new Date())
  const token = await replaceFirstAdminLink(site.db, new Date())
  if (!old || !token) throw new Error('there is no link')
  expect(await findLink(site.db, old, new Date())).toBeNull()
  expect(await findLink(site.db, token, hours(24 * 365))).not.toBeNull()
  const late = await addLink(site.db, { kind: 'FIRST_ADMIN', role: 'ADMIN', madeBy: 'test' }, new Date())
  const oda = { token, name: 'Oda', email: 'oda@courier.example', password: PASSWORD }
  expect(await joinByLink(site.db, oda, '', new Date())).toMatchObject({ ok: true })
  expect(await needsFirstAdmin(site.db)).toBe(false)
  expect(await replaceFirstAdminLink(site.db, new Date())).toBeNull()
  // A second one, found in an old log.
  expect(await joinByLink(site.db, { ...oda, token: late, email: 'eve@courier.example' }, '', new Date())).toEqual(gone)
  expect(await site.db.$transaction((tx) => consumeLink(tx, late, new Date()))).toBeNull()
})

test('of twenty who use one link at once, one gets in', async () => {
  const admin = await addPerson(site.db, { role: 'ADMIN' })
  const invited = await invitePerson(
    site.db,
    { name: 'Bram', email: 'bram@courier.example', role: 'AUTHOR' },
    admin,
    new Date(),
  )
  if (!invited.ok) throw new Error(invited.reason)
  const { token } = invited
  const joining = { token, name: 'Bram', email: 'someone.else@courier.example', password: PASSWORD }
  const results = await Promise.all(Array.from({ length: 20 }, () => joinByLink(site.db, joining, '', new Date())))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await site.db.user.findMany({ where: { email: 'bram@courier.example' } })).toMatchObject([{ role: 'AUTHOR' }])
  expect(await site.db.user.count({ where: { email: 'someone.else@courier.example' } })).toBe(0)
})

test('twenty sign-in links used at once open one session', async () => {
  const maren = await addPerson(site.db)
  const token = await addLink(site.db, { kind: 'SIGN_IN', userId: maren.id, madeBy: 'test' }, new Date())
  const used = await Promise.all(Array.from({ length: 20 }, () => useSignInLink(site.db, token, new Date())))
  expect(used.filter(({ ok }) => ok)).toEqual([{ ok: true, userId: maren.id }])
})

test('a sign-in link is good for ten minutes, an invitation for a week, a reset for a day', async () => {
  const maren = await addPerson(site.db)
  const goodAfter = async (kind: 'SIGN_IN' | 'INVITATION' | 'RESET', after: number) => {
    const token = await addLink(site.db, { kind, userId: maren.id, madeBy: 'test' }, new Date())
    return (await findLink(site.db, token, hours(after))) !== null
  }
  expect([await goodAfter('SIGN_IN', 0.16), await goodAfter('SIGN_IN', 0.17)]).toEqual([true, false])
  expect([await goodAfter('INVITATION', 167), await goodAfter('INVITATION', 169)]).toEqual([true, false])
  expect([await goodAfter('RESET', 23), await goodAfter('RESET', 25)]).toEqual([true, false])
})

test('no link is in the database as it is sent', async () => {
  const maren = await addPerson(site.db)
  const token = await addLink(site.db, { kind: 'SIGN_IN', userId: maren.id, madeBy: 'test' }, new Date())
  const rows = await site.db.oneTimeLink.findMany({ where: { userId: maren.id } })
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(await findLink(site.db, rows[0]?.hash ?? '', new Date())).toBeNull()
})

test('a link is good for what it was made for, and for nothing else', async () => {
  const maren = await addPerson(site.db)
  const token = await addLink(site.db, { kind: 'RESET', userId: maren.id, madeBy: 'test' }, new Date())
  expect(await useSignInLink(site.db, token, new Date())).toEqual(gone)
  const joining = { token, name: 'Eve', email: 'eve@courier.example', password: PASSWORD }
  expect(await joinByLink(site.db, joining, '', new Date())).toEqual(gone)
  expect(await resetPassword(site.db, { token, password: 'a new tin boat' }, '', new Date())).toMatchObject({
    ok: true,
  })
})

test('a refused password leaves the link as good as it was', async () => {
  const maren = await addPerson(site.db)
  const token = await addLink(site.db, { kind: 'RESET', userId: maren.id, madeBy: 'test' }, new Date())
  const short = { ok: false, reason: 'password', fault: 'short' }
  expect(await resetPassword(site.db, { token, password: 'boat' }, '', new Date())).toEqual(short)
  expect(await findLink(site.db, token, new Date())).not.toBeNull()
})

test('a new password by link ends every session and takes the old password away', async () => {
  const admin = await addPerson(site.db, { role: 'ADMIN' })
  const maren = await addPerson(site.db)
  const browsers = [await signedIn(maren.email), await signedIn(maren.email)]
  const made = await makeResetLink(site.db, { userId: maren.id }, admin, new Date())
  if (!made.ok) throw new Error(made.reason)
  const password = 'quite another rope'
  await resetPassword(site.db, { token: made.token, password }, '', new Date())
  for (const browser of browsers) expect(await browser.isOpen()).toBe(false)
  const tryWith = (text: string) =>
    signInWithPassword(site.db, { email: maren.email, password: text }, newClient(), new Date())
  expect(await tryWith(PASSWORD)).toMatchObject({ ok: false })
  expect(await tryWith(password)).toMatchObject({ ok: true })
})

test('another role ends every session', async () => {
  const admin = await addPerson(site.db, { role: 'ADMIN' })
  const maren = await addPerson(site.db, { role: 'AUTHOR' })
  const browser = await signedIn(maren.email)
  expect(await changeRole(site.db, { userId: maren.id, role: 'EDITOR' }, admin, new Date())).toEqual({ ok: true })
  expect(await browser.isOpen()).toBe(false)
})

test('whoever is deactivated is out at once and stays out, by password and by link, until let in again', async () => {
  const admin = await addPerson(site.db, { role: 'ADMIN' })
  const maren = await addPerson(site.db)
  const browser = await signedIn(maren.email)
  const token = await addLink(site.db, { kind: 'SIGN_IN', userId: maren.id, madeBy: 'test' }, new Date())
  expect(await deactivatePerson(site.db, { userId: maren.id }, admin, new Date())).toEqual({ ok: true })
  expect(await browser.isOpen()).toBe(false)
  expect(await useSignInLink(site.db, token, new Date())).toEqual(gone)
  expect(await signInByLink(site.db, maren.id, newClient(), new Date())).toBeNull()
  expect(await makeResetLink(site.db, { userId: maren.id }, admin, new Date())).toEqual(gone)
  await reactivatePerson(site.db, { userId: maren.id }, admin, new Date())
  expect(await (await signedIn(maren.email)).isOpen()).toBe(true)
})

test('nobody but an admin does any of it, by whatever id', async () => {
  const admin = await addPerson(site.db, { role: 'ADMIN' })
  const maren = await addPerson(site.db)
  const forbidden = { ok: false, reason: 'forbidden' }
  for (const role of ['CONTRIBUTOR', 'AUTHOR', 'EDITOR'] as const) {
    const viewer = await addPerson(site.db, { role, password: null })
    for (const userId of [maren.id, admin.id, viewer.id]) {
      const now = new Date()
      expect(await changeRole(site.db, { userId, role: 'ADMIN' }, viewer, now)).toEqual(forbidden)
      expect(await deactivatePerson(site.db, { userId }, viewer, now)).toEqual(forbidden)
      expect(await reactivatePerson(site.db, { userId }, viewer, now)).toEqual(forbidden)
      expect(await makeResetLink(site.db, { userId }, viewer, now)).toEqual(forbidden)
      expect(await removeSecondFactor(site.db, { userId }, viewer, now)).toEqual(forbidden)
    }
    const eve = { name: 'Eve', email: 'eve@courier.example', role: 'ADMIN' } as const
    expect(await invitePerson(site.db, eve, viewer, new Date())).toEqual(forbidden)
    expect(await takeInvitationBack(site.db, { linkId: 1 }, viewer, new Date())).toEqual(forbidden)
  }
  expect(await site.db.user.findUnique({ where: { id: maren.id } })).toMatchObject({
    role: 'AUTHOR',
    deactivatedAt: null,
  })
})

test('two admins who dismiss each other at once do not leave the newsroom without one', async () => {
  await site.db.user.updateMany({ where: { role: 'ADMIN' }, data: { role: 'AUTHOR' } })
  const one = await addPerson(site.db, { role: 'ADMIN', password: null })
  const two = await addPerson(site.db, { role: 'ADMIN', password: null })
  const [first, second] = await Promise.all([
    changeRole(site.db, { userId: two.id, role: 'AUTHOR' }, one, new Date()),
    deactivatePerson(site.db, { userId: one.id }, two, new Date()),
  ])
  expect([first.ok, second.ok].filter(Boolean)).toHaveLength(1)
  expect(await site.db.user.count({ where: { role: 'ADMIN', deactivatedAt: null } })).toBe(1)
})

test('an invitation that was taken back, or made anew, is good no more', async () => {
  const admin = await addPerson(site.db, { role: 'ADMIN', password: null })
  const who = { name: 'Ines', email: 'ines@courier.example', role: 'EDITOR' } as const
  const first = await invitePerson(site.db, who, admin, new Date())
  const second = await invitePerson(site.db, who, admin, new Date())
  if (!first.ok || !second.ok) throw new Error('nobody was invited')
  expect(await findLink(site.db, first.token, new Date())).toBeNull()
  const { id: linkId } = (await findLink(site.db, second.token, new Date())) ?? { id: 0 }
  expect(await takeInvitationBack(site.db, { linkId }, admin, new Date())).toEqual({ ok: true })
  expect(await findLink(site.db, second.token, new Date())).toBeNull()
  expect(await takeInvitationBack(site.db, { linkId }, admin, new Date())).toEqual(gone)
})

test('somebody with an account is not invited again', async () => {
  const admin = await addPerson(site.db, { role: 'ADMIN', password: null })
  const { email } = await addPerson(site.db, { password: null })
  const known = { ok: false, reason: 'known' }
  expect(await invitePerson(site.db, { name: 'Again', email, role: 'AUTHOR' }, admin, new Date())).toEqual(known)
})

test('what an admin does is in the audit log, which nobody changes or shortens', async () => {
  const admin = await addPerson(site.db, { role: 'ADMIN', name: 'Wilhelmina Strake', password: null })
  const maren = await addPerson(site.db, { password: null })
  await changeRole(site.db, { userId: maren.id, role: 'EDITOR' }, admin, new Date())
  const event = await site.db.auditEvent.findFirstOrThrow({ where: { object: `user:${maren.id}` } })
  expect(event).toMatchObject({
    actorId: admin.id,
    actorName: 'Wilhelmina Strake',
    act: 'people.changeRole',
    result: 'DONE',
    details: { from: 'AUTHOR', to: 'EDITOR' },
  })
  const where = { id: event.id }
  await expect(site.db.auditEvent.update({ where, data: { actorName: 'Nobody' } })).rejects.toThrow()
  await expect(site.db.auditEvent.delete({ where })).rejects.toThrow()
  expect(await site.db.auditEvent.findUnique({ where })).toEqual(event)
})

test('an admin sees where somebody is signed in, and signs them out there or everywhere', async () => {
  const admin = await addPerson(site.db, { role: 'ADMIN' })
  const person = await addPerson(site.db)
  const [phone, laptop, desk] = [
    await signedIn(person.email),
    await signedIn(person.email),
    await signedIn(person.email),
  ]
  const sessions = async () =>
    (await listPeople(site.db, admin, new Date()))?.find(({ id }) => id === person.id)?.sessions ?? []
  expect((await sessions()).map(({ userAgent }) => userAgent)).toEqual(['a browser', 'a browser', 'a browser'])
  const [last] = await sessions()
  const one = { userId: person.id, sessionId: last?.id ?? '' }
  expect(await endSessions(site.db, one, { ...admin, role: 'EDITOR' }, new Date())).toEqual({
    ...{ ok: false, reason: 'forbidden' },
  })
  expect(await endSessions(site.db, { ...one, userId: admin.id }, admin, new Date())).toEqual(gone)
  expect(await endSessions(site.db, one, admin, new Date())).toEqual({ ok: true })
  expect(await sessions()).toHaveLength(2)
  expect(await endSessions(site.db, { ...one, sessionId: '' }, admin, new Date())).toEqual({ ok: true })
  expect(await Promise.all([phone, laptop, desk].map(({ isOpen }) => isOpen()))).toEqual([false, false, false])
  const events = await site.db.auditEvent.findMany({ where: { act: 'people.endSessions' }, orderBy: { id: 'asc' } })
  expect(events.map(({ object, details }) => [object, details])).toEqual([
    [`user:${person.id}`, { all: false }],
    [`user:${person.id}`, { all: true }],
  ])
})
