import type { Role } from '@/generated/sqlite/enums'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'

export type Person = {
  id: string
  name: string
  email: string
  role: Role
  hasSecondFactor: boolean
  passkeys: number
  hasPassword: boolean
  deactivatedAt: Date | null
  /** Null: never. */
  seenAt: Date | null
  /** Where they are signed in, what was used last first. */
  sessions: PersonSession[]
}

export type PersonSession = { id: string; userAgent: string; address: string; seenAt: Date }

export type Invitation = {
  id: number
  email: string
  role: Role
  madeBy: string
  createdAt: Date
  expiresAt: Date | null
}

/** Everybody who can sign in, or could. Null for whoever may not know. */
export async function listPeople(db: Database, viewer: Viewer, now: Date): Promise<Person[] | null> {
  if (!may(viewer, 'people.read')) return null
  const rows = await db.user.findMany({
    // Of an erased one only the number is left.
    where: { erasedAt: null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      email: true,
      role: true,
      twoFactorEnabled: true,
      _count: { select: { passkeys: true } },
      deactivatedAt: true,
      lastSignInAt: true,
      accounts: { where: { password: { not: null } }, select: { id: true } },
      sessions: {
        where: { expiresAt: { gt: now } },
        select: { id: true, userAgent: true, ipAddress: true, seenAt: true, createdAt: true },
      },
    },
  })
  return rows.map(({ twoFactorEnabled, _count, accounts, sessions, lastSignInAt, ...row }) => ({
    ...row,
    hasSecondFactor: twoFactorEnabled,
    passkeys: _count.passkeys,
    hasPassword: accounts.length > 0,
    sessions: sessions
      .map((one) => ({
        ...{ id: one.id, userAgent: one.userAgent ?? '', address: one.ipAddress ?? '' },
        seenAt: one.seenAt ?? one.createdAt,
      }))
      .sort((a, b) => b.seenAt.getTime() - a.seenAt.getTime()),
    seenAt: latest([lastSignInAt, ...sessions.map(({ seenAt }) => seenAt)]),
  }))
}

function latest(moments: (Date | null)[]): Date | null {
  return moments.reduce((last, moment) => (moment && (!last || moment > last) ? moment : last), null)
}

/** Invitations that can still be taken up. */
export async function listInvitations(db: Database, viewer: Viewer, now: Date): Promise<Invitation[]> {
  if (!may(viewer, 'people.read')) return []
  const rows = await db.oneTimeLink.findMany({
    where: { kind: 'INVITATION', usedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, email: true, role: true, madeBy: true, createdAt: true, expiresAt: true },
  })
  return rows.flatMap(({ email, role, ...row }) => (email && role ? [{ ...row, email, role }] : []))
}
