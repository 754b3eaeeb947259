import { recordDone } from '@/lib/audit/mutations'
import { authFor } from '@/lib/auth/better-auth'
import { giveBack, spend } from '@/lib/auth/budgets'
import { type Client, headersFor } from '@/lib/auth/client'
import { DEVICE } from '@/lib/auth/limits'
import { type PasswordFault, passwordFault } from '@/lib/auth/password'
import { isConfirmed } from '@/lib/auth/permissions'
import type { CurrentSession } from '@/lib/auth/session'
import { checkCode, orNull } from '@/lib/auth/sign-in'
import { signOutEverywhere } from '@/lib/auth/sign-out'
import type { Database } from '@/lib/db'
import { hashPassword, setPassword } from '@/lib/people/link-mutations'
import { hasPassword } from './queries'

type Refused = { ok: false; reason: 'wrong' } | { ok: false; reason: 'wait'; until: Date }

/** Proves once more who sits there, by password or by a code: good for what is asked again (lib/auth/permissions.ts). */
export async function confirmSession(
  db: Database,
  proof: { password: string } | { code: string },
  session: CurrentSession,
  now: Date,
): Promise<{ ok: true } | Refused> {
  const { viewer, client } = session
  const checked =
    'password' in proof
      ? await checkPassword(db, viewer.id, proof.password, client, now)
      : await checkCode(db, viewer.id, { code: proof.code, kind: 'totp' }, client, 'session', now)
  if (!checked.ok) return checked
  await db.session.updateMany({ where: { id: session.id, userId: viewer.id }, data: { confirmedAt: now } })
  return { ok: true }
}

/** The signed-in person's own password, with few tries: a browser left open is not a place to guess it. */
async function checkPassword(
  db: Database,
  userId: string,
  password: string,
  client: Client,
  now: Date,
): Promise<{ ok: true } | Refused> {
  const budgets = [{ of: `password of ${userId}`, limit: DEVICE }]
  const spent = await spend(db, budgets, now)
  if (!spent.ok) return { ok: false, reason: 'wait', until: spent.until }
  const asked = authFor(db).api.verifyPassword({ body: { password }, headers: headersFor(client, 'session') })
  if (!(await orNull(asked))) return { ok: false, reason: 'wrong' }
  await giveBack(db, budgets, now)
  return { ok: true }
}

/**
 * A new password for oneself. It asks for the old one, where there is one; whoever came by a link and has none shows that
 * the link was a moment ago. Ends all other sessions.
 */
export async function changePassword(
  db: Database,
  { current, password }: { current: string; password: string },
  session: CurrentSession,
  now: Date,
): Promise<{ ok: true } | Refused | { ok: false; reason: 'password'; fault: PasswordFault }> {
  const { viewer, client } = session
  if (await hasPassword(db, viewer.id)) {
    const checked = await checkPassword(db, viewer.id, current, client, now)
    if (!checked.ok) return checked
  } else if (!isConfirmed(session.confirmedAt, now)) return { ok: false, reason: 'wrong' }
  const fault = passwordFault(password, viewer)
  if (fault) return { ok: false, reason: 'password', fault }
  const hash = await hashPassword(db, password)
  await db.$transaction(async (tx) => {
    await setPassword(tx, viewer.id, hash)
    await signOutEverywhere(tx, viewer.id, session.id)
    await recordDone(tx, viewer, { act: 'account.changePassword', object: `user:${viewer.id}` }, now)
  })
  return { ok: true }
}

/** First half of switching the second factor on: what goes into the authenticator app. */
export async function beginSecondFactor(
  db: Database,
  { password }: { password: string },
  session: CurrentSession,
  now: Date,
): Promise<{ ok: true; uri: string } | Refused> {
  const checked = await checkPassword(db, session.viewer.id, password, session.client, now)
  if (!checked.ok) return checked
  const headers = headersFor(session.client, 'session')
  const begun = await orNull(authFor(db).api.enableTwoFactor({ body: { password, method: 'totp' }, headers }))
  if (!begun || !('totpURI' in begun) || !begun.totpURI) return { ok: false, reason: 'wrong' }
  return { ok: true, uri: begun.totpURI }
}

/** Second half: the first right code switches it on, and the backup codes are shown this once. */
export async function finishSecondFactor(
  db: Database,
  { code }: { code: string },
  session: CurrentSession,
  now: Date,
): Promise<{ ok: true; setCookie: Headers; backupCodes: string[] } | Refused> {
  const { viewer, client } = session
  const checked = await checkCode(db, viewer.id, { code, kind: 'totp' }, client, 'session', now)
  if (!checked.ok) return checked
  const { backupCodes } = await authFor(db).api.viewBackupCodes({ body: { userId: viewer.id } })
  await recordDone(db, viewer, { act: 'account.secondFactorOn', object: `user:${viewer.id}` }, now)
  return { ok: true, setCookie: checked.setCookie, backupCodes }
}

/** Ten new backup codes in the place of those there are. */
export async function renewBackupCodes(
  db: Database,
  { password }: { password: string },
  session: CurrentSession,
  now: Date,
): Promise<{ ok: true; backupCodes: string[] } | Refused> {
  const { viewer, client } = session
  const checked = await checkPassword(db, viewer.id, password, client, now)
  if (!checked.ok) return checked
  const headers = headersFor(client, 'session')
  const renewed = await orNull(authFor(db).api.generateBackupCodes({ body: { password }, headers }))
  if (!renewed) return { ok: false, reason: 'wrong' }
  await recordDone(db, viewer, { act: 'account.renewBackupCodes', object: `user:${viewer.id}` }, now)
  return { ok: true, backupCodes: renewed.backupCodes }
}

export async function switchSecondFactorOff(
  db: Database,
  { password }: { password: string },
  session: CurrentSession,
  now: Date,
): Promise<{ ok: true } | Refused> {
  const { viewer, client } = session
  const checked = await checkPassword(db, viewer.id, password, client, now)
  if (!checked.ok) return checked
  await db.$transaction(async (tx) => {
    await tx.twoFactor.deleteMany({ where: { userId: viewer.id } })
    await tx.user.update({ where: { id: viewer.id }, data: { twoFactorEnabled: false } })
    await recordDone(tx, viewer, { act: 'account.secondFactorOff', object: `user:${viewer.id}` }, now)
  })
  return { ok: true }
}

/** Signs one's own browser out, this one or another. */
export async function endSession(
  db: Database,
  { sessionId }: { sessionId: string },
  { viewer }: CurrentSession,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: 'gone' }> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.session.deleteMany({ where: { id: sessionId, userId: viewer.id } })
    if (count !== 1) return { ok: false, reason: 'gone' }
    await recordDone(tx, viewer, { act: 'account.endSession', object: `user:${viewer.id}` }, now)
    return { ok: true }
  })
}

/** Signs all one's browsers out but this one. */
export async function endOtherSessions(db: Database, { id, viewer }: CurrentSession, now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    await signOutEverywhere(tx, viewer.id, id)
    await recordDone(
      tx,
      viewer,
      { act: 'account.endSession', object: `user:${viewer.id}`, details: { all: true } },
      now,
    )
  })
}

/** The language of the newsroom for this person; null: the site's. */
export async function chooseLocale(
  db: Database,
  { locale }: { locale: string | null },
  { viewer }: CurrentSession,
): Promise<void> {
  await db.user.update({ where: { id: viewer.id }, data: { locale } })
}
