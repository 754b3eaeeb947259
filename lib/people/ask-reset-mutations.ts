import { recordDone } from '@/lib/audit/mutations'
import { spend } from '@/lib/auth/budgets'
import type { Client } from '@/lib/auth/client'
import { ASKED_RESETS, ASKED_RESETS_FROM, countedAddress } from '@/lib/auth/limits'
import type { Database } from '@/lib/db'
import { enqueueReset, mailIsSet } from '@/lib/mail/mutations'

/** Somebody who has no session asks for a link to choose a new password. The same is done whether the account exists or not. */
export async function askReset(
  db: Database,
  email: string,
  client: Client,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'wait'; until: Date } | { ok: false; reason: 'noMail' }> {
  if (!mailIsSet()) return { ok: false, reason: 'noMail' }
  const budgets = [
    { of: `reset ${email}`, limit: ASKED_RESETS },
    { of: `resets from ${countedAddress(client.address)}`, limit: ASKED_RESETS_FROM },
  ]
  const spent = await spend(db, budgets, now)
  if (!spent.ok) return { ok: false, reason: 'wait', until: spent.until }
  return db.$transaction(async (tx) => {
    const user = await tx.user.findFirst({ where: { email, deactivatedAt: null }, select: { id: true } })
    await enqueueReset(tx, user?.id ?? null, now)
    // What strangers type is written down only where it is somebody's.
    const actor = { id: null, name: '', address: client.address }
    await recordDone(tx, actor, { act: 'account.askReset', object: user ? `user:${user.id}` : '' }, now)
    return { ok: true }
  })
}
