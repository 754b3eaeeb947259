import type { Role } from '@/generated/sqlite/enums'
import { recordDone } from '@/lib/audit/mutations'
import { addLink } from '@/lib/auth/links'
import { type Act, may, type Viewer } from '@/lib/auth/permissions'
import { signOutEverywhere } from '@/lib/auth/sign-out'
import type { Database, Tx } from '@/lib/db'
import { enqueueInvitation } from '@/lib/mail/mutations'

type Refused<Reason extends string> = { ok: false; reason: 'forbidden' | Reason }
const refuse = <Reason extends string>(reason: Reason) => ({ ok: false as const, reason })

/** `locale`: in which the letter is written, and the newsroom speaks to them; null: the site's. */
type Inviting = { name: string; email: string; role: Role; locale?: string | null; byMail?: boolean }

/** Invites somebody by a link: whoever invites hands it over, or it goes by mail. */
export async function invitePerson(
  db: Database,
  { name, email, role, locale = null, byMail = false }: Inviting,
  viewer: Viewer,
  now: Date,
): Promise<{ ok: true; token: string } | Refused<'known'>> {
  if (!may(viewer, 'people.invite')) return refuse('forbidden')
  return db.$transaction(async (tx) => {
    if (await tx.user.findUnique({ where: { email }, select: { id: true } })) return refuse('known')
    // One invitation for one address: the one before it is not good any more.
    await tx.oneTimeLink.deleteMany({ where: { kind: 'INVITATION', email, usedAt: null } })
    const token = await addLink(tx, { kind: 'INVITATION', name, email, role, locale, madeBy: viewer.name }, now)
    if (byMail) {
      const { id } = await tx.oneTimeLink.findFirstOrThrow({
        where: { kind: 'INVITATION', email, usedAt: null },
        select: { id: true },
      })
      await enqueueInvitation(tx, id, now)
    }
    await recordDone(tx, viewer, { act: 'people.invite', details: { email, role } }, now)
    return { ok: true, token }
  })
}

export async function takeInvitationBack(
  db: Database,
  { linkId }: { linkId: number },
  viewer: Viewer,
  now: Date,
): Promise<{ ok: true } | Refused<'gone'>> {
  if (!may(viewer, 'people.invite')) return refuse('forbidden')
  return db.$transaction(async (tx) => {
    const where = { id: linkId, kind: 'INVITATION', usedAt: null } as const
    const link = await tx.oneTimeLink.findFirst({ where, select: { email: true } })
    const { count } = await tx.oneTimeLink.deleteMany({ where })
    if (!link || count !== 1) return refuse('gone')
    await recordDone(tx, viewer, { act: 'people.invite', details: { email: link.email, takenBack: true } }, now)
    return { ok: true }
  })
}

/** Gives a person another role, and signs them out everywhere. */
export function changeRole(
  db: Database,
  { userId, role }: { userId: string; role: Role },
  viewer: Viewer,
  now: Date,
): Promise<{ ok: true } | Refused<'gone' | 'last-admin'>> {
  return onPerson(db, 'people.changeRole', userId, viewer, async (tx, person) => {
    if (person.role === role) return { ok: true }
    if (role !== 'ADMIN' && (await isLastAdmin(tx, person, now))) return refuse('last-admin')
    await tx.user.update({ where: { id: userId }, data: { role } })
    await signOutEverywhere(tx, userId)
    const details = { from: person.role, to: role }
    await recordDone(tx, viewer, { act: 'people.changeRole', object: `user:${userId}`, details }, now)
    return { ok: true }
  })
}

/** Lets a person in no more. Their articles and what they did stay theirs. */
export function deactivatePerson(
  db: Database,
  { userId }: { userId: string },
  viewer: Viewer,
  now: Date,
): Promise<{ ok: true } | Refused<'gone' | 'last-admin' | 'self'>> {
  return onPerson(db, 'people.deactivate', userId, viewer, async (tx, person) => {
    if (userId === viewer.id) return refuse('self')
    if (await isLastAdmin(tx, person, now)) return refuse('last-admin')
    await tx.user.update({ where: { id: userId }, data: { deactivatedAt: now } })
    await signOutEverywhere(tx, userId)
    await tx.oneTimeLink.deleteMany({ where: { userId, usedAt: null } })
    await recordDone(tx, viewer, { act: 'people.deactivate', object: `user:${userId}` }, now)
    return { ok: true }
  })
}

export function reactivatePerson(
  db: Database,
  { userId }: { userId: string },
  viewer: Viewer,
  now: Date,
): Promise<{ ok: true } | Refused<'gone'>> {
  return onPerson(db, 'people.deactivate', userId, viewer, async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { deactivatedAt: null } })
    await recordDone(tx, viewer, { act: 'people.deactivate', object: `user:${userId}`, details: { undone: true } }, now)
    return { ok: true }
  })
}

/** A link with which a person chooses a new password; whoever makes it hands it over. */
export function makeResetLink(
  db: Database,
  { userId }: { userId: string },
  viewer: Viewer,
  now: Date,
): Promise<{ ok: true; token: string } | Refused<'gone'>> {
  return onPerson(db, 'people.resetPassword', userId, viewer, async (tx, person) => {
    if (person.deactivatedAt) return refuse('gone')
    await tx.oneTimeLink.deleteMany({ where: { kind: 'RESET', userId, usedAt: null } })
    const token = await addLink(tx, { kind: 'RESET', userId, madeBy: viewer.name }, now)
    await recordDone(tx, viewer, { act: 'people.resetPassword', object: `user:${userId}` }, now)
    return { ok: true, token }
  })
}

/** For somebody whose phone and backup codes are both gone; their passkeys may be on that phone. */
export function removeSecondFactor(
  db: Database,
  { userId }: { userId: string },
  viewer: Viewer,
  now: Date,
): Promise<{ ok: true } | Refused<'gone'>> {
  return onPerson(db, 'people.removeSecondFactor', userId, viewer, async (tx) => {
    await tx.twoFactor.deleteMany({ where: { userId } })
    const { count: passkeys } = await tx.passkey.deleteMany({ where: { userId } })
    await tx.user.update({ where: { id: userId }, data: { twoFactorEnabled: false } })
    await signOutEverywhere(tx, userId)
    const details = { passkeys }
    await recordDone(tx, viewer, { act: 'people.removeSecondFactor', object: `user:${userId}`, details }, now)
    return { ok: true }
  })
}

/** Signs somebody out of one browser, or with '' of all of them: for a laptop that was lost. */
export function endSessions(
  db: Database,
  { userId, sessionId }: { userId: string; sessionId: string },
  viewer: Viewer,
  now: Date,
): Promise<{ ok: true } | Refused<'gone'>> {
  return onPerson(db, 'people.endSessions', userId, viewer, async (tx) => {
    if (sessionId) {
      const { count } = await tx.session.deleteMany({ where: { id: sessionId, userId } })
      if (count !== 1) return refuse('gone')
    } else await signOutEverywhere(tx, userId)
    const details = { all: sessionId === '' }
    await recordDone(tx, viewer, { act: 'people.endSessions', object: `user:${userId}`, details }, now)
    return { ok: true }
  })
}

type Person = { id: string; role: Role; deactivatedAt: Date | null }

async function onPerson<T>(
  db: Database,
  act: Act,
  userId: string,
  viewer: Viewer,
  work: (tx: Tx, person: Person) => Promise<T>,
): Promise<T | Refused<'gone'>> {
  if (!may(viewer, act, userId === viewer.id ? 'own' : 'other')) return refuse('forbidden')
  return db.$transaction(async (tx) => {
    const select = { id: true, role: true, deactivatedAt: true } as const
    const person = await tx.user.findUnique({ where: { id: userId, erasedAt: null }, select })
    return person ? work(tx, person) : refuse('gone')
  })
}

/** A newsroom without an admin could let nobody in any more. */
async function isLastAdmin(tx: Tx, person: Person, now: Date): Promise<boolean> {
  // Written first: of two admins who dismiss each other at the same moment one waits, and then counts again.
  await tx.user.updateMany({ where: { role: 'ADMIN', deactivatedAt: null }, data: { updatedAt: now } })
  const others = { role: 'ADMIN', deactivatedAt: null, id: { not: person.id } } as const
  return person.role === 'ADMIN' && (await tx.user.count({ where: others })) === 0
}
