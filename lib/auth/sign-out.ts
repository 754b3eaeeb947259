import type { Database, Tx } from '@/lib/db'

/** Ends every session of a person, and every sign-in that waits for its second step. */
export async function signOutEverywhere(tx: Tx, userId: string, butSessionId?: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId, ...(butSessionId !== undefined && { id: { not: butSessionId } }) } })
  await tx.verification.deleteMany({ where: { value: userId } })
}

/** What nobody can use any more. */
export async function forgetEndedSessions(db: Database, now: Date): Promise<void> {
  await db.session.deleteMany({ where: { expiresAt: { lt: now } } })
  await db.verification.deleteMany({ where: { expiresAt: { lt: now } } })
}
