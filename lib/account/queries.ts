import type { Database } from '@/lib/db'

export type OwnSession = { id: string; userAgent: string; address: string; createdAt: Date; seenAt: Date | null }

/** The browsers in which a person is signed in, the one that was used last first. */
export async function listOwnSessions(db: Database, userId: string, now: Date): Promise<OwnSession[]> {
  const rows = await db.session.findMany({
    where: { userId, expiresAt: { gt: now } },
    orderBy: [{ seenAt: 'desc' }, { id: 'asc' }],
    select: { id: true, userAgent: true, ipAddress: true, createdAt: true, seenAt: true },
  })
  return rows.map(({ userAgent, ipAddress, ...row }) => ({
    ...row,
    userAgent: userAgent ?? '',
    address: ipAddress ?? '',
  }))
}

/** False for somebody who has only come by links so far. */
export async function hasPassword(db: Database, userId: string): Promise<boolean> {
  return (await db.account.count({ where: { userId, password: { not: null } } })) > 0
}

export type OwnPasskey = { id: string; name: string; isSynced: boolean; createdAt: Date; usedAt: Date | null }

export function listPasskeys(db: Database, userId: string): Promise<OwnPasskey[]> {
  return db.passkey.findMany({
    where: { userId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, isSynced: true, createdAt: true, usedAt: true },
  })
}
