import { recordDone } from '@/lib/audit/mutations'
import { authFor } from '@/lib/auth/better-auth'
import { newId } from '@/lib/auth/ids'
import { consumeLink, findLink, type Link } from '@/lib/auth/links'
import { type PasswordFault, passwordFault } from '@/lib/auth/password'
import { signOutEverywhere } from '@/lib/auth/sign-out'
import { isUniqueViolation } from '@/lib/database/violations'
import type { Database, Tx } from '@/lib/db'

/** What a person who came by a link is let in as: their new account, or the one they had. */
export type Joined =
  | { ok: true; userId: string }
  | { ok: false; reason: 'gone' | 'known' }
  | { ok: false; reason: 'password'; fault: PasswordFault }

type Joining = { token: string; name: string; email: string; password: string }

/** The first admin, or somebody who was invited: an account with a name and a password of their own. */
export async function joinByLink(db: Database, joining: Joining, address: string, now: Date): Promise<Joined> {
  const { token, name, password } = joining
  const link = await findLink(db, token, now)
  if (link?.kind !== 'FIRST_ADMIN' && link?.kind !== 'INVITATION') return { ok: false, reason: 'gone' }
  const email = emailOf(link, joining)
  const fault = passwordFault(password, { name, email })
  if (fault) return { ok: false, reason: 'password', fault }
  const hash = await hashPassword(db, password)
  try {
    return await db.$transaction(async (tx): Promise<Joined> => {
      const used = await consumeLink(tx, token, now)
      if (!used?.role) return { ok: false, reason: 'gone' }
      const id = newId()
      await tx.user.create({ data: { id, name, email, role: used.role, locale: used.locale } })
      await setPassword(tx, id, hash)
      const actor = { id, name, address }
      const details = { role: used.role, by: used.kind }
      await recordDone(tx, actor, { act: 'people.join', object: `user:${id}`, details }, now)
      return { ok: true, userId: id }
    })
  } catch (error) {
    // Undone with all the rest: the link is still good.
    if (isUniqueViolation(error)) return { ok: false, reason: 'known' }
    throw error
  }
}

/** An invitation is to the address it was made for; the first admin says their own. */
const emailOf = (link: Link, joining: Joining): string => link.email ?? joining.email

/** A new password for somebody who had a link to choose one; ends all their sessions, and removes their passkeys if asked. */
export async function resetPassword(
  db: Database,
  { token, password, removePasskeys = false }: { token: string; password: string; removePasskeys?: boolean },
  address: string,
  now: Date,
): Promise<Joined> {
  const link = await findLink(db, token, now)
  const user = link?.kind === 'RESET' && link.userId ? await findActive(db, link.userId) : null
  if (!user) return { ok: false, reason: 'gone' }
  const fault = passwordFault(password, user)
  if (fault) return { ok: false, reason: 'password', fault }
  const hash = await hashPassword(db, password)
  return db.$transaction(async (tx): Promise<Joined> => {
    if (!(await consumeLink(tx, token, now))) return { ok: false, reason: 'gone' }
    await setPassword(tx, user.id, hash)
    await signOutEverywhere(tx, user.id)
    const removed = removePasskeys ? await tx.passkey.deleteMany({ where: { userId: user.id } }) : { count: 0 }
    const actor = { id: user.id, name: user.name, address }
    const details = { ...(removed.count && { passkeysRemoved: removed.count }) }
    await recordDone(tx, actor, { act: 'account.resetPassword', object: `user:${user.id}`, details }, now)
    return { ok: true, userId: user.id }
  })
}

/** Uses up a link that signs its person in. */
export async function useSignInLink(db: Database, token: string, now: Date): Promise<Joined> {
  const link = await findLink(db, token, now)
  if (link?.kind !== 'SIGN_IN' || !link.userId || !(await findActive(db, link.userId)))
    return { ok: false, reason: 'gone' }
  const { userId } = link
  return db.$transaction(async (tx): Promise<Joined> => {
    return (await consumeLink(tx, token, now)) ? { ok: true, userId } : { ok: false, reason: 'gone' }
  })
}

const findActive = (db: Database, id: string) =>
  db.user.findFirst({ where: { id, deactivatedAt: null }, select: { id: true, name: true, email: true } })

export async function hashPassword(db: Database, password: string): Promise<string> {
  return (await authFor(db).$context).password.hash(password)
}

/** The one credential of a person, as better-auth looks for it. */
export async function setPassword(tx: Database | Tx, userId: string, hash: string): Promise<void> {
  const key = { userId, providerId: 'credential' }
  await tx.account.upsert({
    where: { userId_providerId: key },
    create: { id: newId(), accountId: userId, ...key, password: hash },
    update: { password: hash },
  })
}
