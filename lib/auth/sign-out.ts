import type { Tx } from '@/lib/db'

/** Ends every session of a person, and every sign-in that waits for its second step. */
export async function signOutEverywhere(tx: Tx, userId: string, butSessionId?: string): Promise<void> {
  await tx.session.deleteMany({ where: { userId, ...(butSessionId !== undefined && { id: { not: butSessionId } }) } })
  await tx.verification.deleteMany({ where: { value: userId } })
}
