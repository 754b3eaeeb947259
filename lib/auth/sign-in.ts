import { APIError } from 'better-auth/api'
import { recordDone, recordRefused } from '@/lib/audit/mutations'
import type { Database } from '@/lib/db'
import { normalEmail } from '@/lib/people/email'
import { authFor } from './better-auth'
import { type Budget, giveBack, spend } from './budgets'
import { type Client, cookieNames, cookieOf, headersFor } from './client'
import { knownDevice } from './device'
import { ACCOUNT, ACCOUNT_FROM_ADDRESS, ADDRESS, countedAddress, DEVICE, SAME_CODE, SECOND_FACTOR } from './limits'

export type SignedIn = { ok: true; step: 'done'; setCookie: Headers; email: string }
export type SignInResult =
  | SignedIn
  | { ok: true; step: 'second-factor'; setCookie: Headers }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'wait'; until: Date }

/**
 * Password and e-mail address. Counted before it is looked at, whether there is such an account or not; an account that is not
 * there takes as long as one that is.
 */
export async function signInWithPassword(
  db: Database,
  input: { email: string; password: string },
  client: Client,
  now: Date,
): Promise<SignInResult> {
  const email = normalEmail(input.email)
  const budgets = passwordBudgets(email, client, now)
  const spent = await spend(db, budgets, now)
  if (!spent.ok) return { ok: false, reason: 'wait', until: spent.until }
  const answer = await orNull(
    authFor(db).api.signInEmail({
      body: { email, password: input.password },
      headers: headersFor(client),
      returnHeaders: true,
    }),
  )
  const user = await db.user.findUnique({ where: { email }, select: { id: true, name: true } })
  if (!answer) {
    // What strangers type may be a password: only who was meant is written down, and only where there is such a person.
    const actor = { id: null, name: '', address: client.address }
    await recordRefused(db, actor, { act: 'sign-in', object: user ? `user:${user.id}` : '' }, now)
    return { ok: false, reason: 'wrong' }
  }
  await giveBack(db, budgets, now)
  if ('twoFactorRedirect' in answer.response) return { ok: true, step: 'second-factor', setCookie: answer.headers }
  if (!user) throw new Error('somebody signed in who is not there')
  await welcome(db, user.id, 'password', client, now)
  return { ok: true, step: 'done', setCookie: answer.headers, email }
}

function passwordBudgets(email: string, client: Client, now: Date): Budget[] {
  const device = knownDevice(cookieOf(client, cookieNames().device), email, now)
  if (device) return [{ of: `device ${device}`, limit: DEVICE }]
  const address = countedAddress(client.address)
  return [
    { of: `address ${address}`, limit: ADDRESS },
    { of: `account ${email} from ${address}`, limit: ACCOUNT_FROM_ADDRESS },
    { of: `account ${email}`, limit: ACCOUNT },
  ]
}

export type CodeKind = 'totp' | 'backup'

/** The second step, for the account whose password was right within the last ten minutes. */
export async function signInWithCode(
  db: Database,
  input: { code: string; kind: CodeKind },
  client: Client,
  now: Date,
): Promise<SignInResult | { ok: false; reason: 'expired' }> {
  const userId = await pendingUserId(db, client)
  const user = userId && (await db.user.findUnique({ where: { id: userId }, select: { id: true, email: true } }))
  if (!user) return { ok: false, reason: 'expired' }
  const checked = await checkCode(db, user.id, input, client, 'pending', now)
  if (!checked.ok) {
    if (checked.reason === 'wrong') {
      const actor = { id: null, name: '', address: client.address }
      await recordRefused(db, actor, { act: 'sign-in', object: `user:${user.id}`, details: { by: input.kind } }, now)
    }
    return checked
  }
  await welcome(db, user.id, input.kind, client, now)
  return { ok: true, step: 'done', setCookie: checked.setCookie, email: user.email }
}

export type CheckedCode =
  | { ok: true; setCookie: Headers }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'wait'; until: Date }

/** Checks a code of a person's second factor, few in a quarter of an hour, and takes each code once. */
export async function checkCode(
  db: Database,
  userId: string,
  { code, kind }: { code: string; kind: CodeKind },
  client: Client,
  whose: 'session' | 'pending',
  now: Date,
): Promise<CheckedCode> {
  const typed = kind === 'totp' ? code.replace(/\D/g, '') : code.trim()
  const budgets = [{ of: `second factor ${userId}`, limit: SECOND_FACTOR }]
  const spent = await spend(db, budgets, now)
  if (!spent.ok) return { ok: false, reason: 'wait', until: spent.until }
  if (kind === 'totp') {
    // Whoever has looked over a shoulder comes second.
    const first = await spend(db, [{ of: `code ${userId} ${typed}`, limit: SAME_CODE }], now)
    if (!first.ok) return { ok: false, reason: 'wrong' }
  }
  const { api } = authFor(db)
  const request = { body: { code: typed }, headers: headersFor(client, whose), returnHeaders: true as const }
  const answer = await orNull(kind === 'totp' ? api.verifyTOTP(request) : api.verifyBackupCode(request))
  if (!answer) return { ok: false, reason: 'wrong' }
  await giveBack(db, budgets, now)
  return { ok: true, setCookie: answer.headers }
}

/** Whom the cookie between the two steps belongs to. Its identifier is random, so it needs no other proof here. */
async function pendingUserId(db: Database, client: Client): Promise<string | null> {
  const identifier = cookieOf(client, cookieNames().pending)?.split('.')[0]
  if (!identifier) return null
  const { internalAdapter } = await authFor(db).$context
  const row = await internalAdapter.findVerificationValue(identifier)
  return row && row.expiresAt > new Date() ? row.value : null
}

/** By a link that somebody has used up just now. */
export function signInByLink(db: Database, userId: string, client: Client, now: Date): Promise<SignedIn | null> {
  return signInProved(db, userId, 'link', client, now)
}

/** Somebody who has proved who they are, by a link or by a passkey. */
export async function signInProved(
  db: Database,
  userId: string,
  by: 'link' | 'passkey',
  client: Client,
  now: Date,
): Promise<SignedIn | null> {
  const { headers, response } = await authFor(db).api.signInProved({
    body: { userId },
    headers: headersFor(client),
    returnHeaders: true,
  })
  if (!response.signedIn) return null
  const { email } = await welcome(db, userId, by, client, now)
  return { ok: true, step: 'done', setCookie: headers, email }
}

async function welcome(db: Database, id: string, by: string, client: Client, now: Date): Promise<{ email: string }> {
  return db.$transaction(async (tx) => {
    const user = await tx.user.update({
      where: { id },
      data: { lastSignInAt: now },
      select: { name: true, email: true },
    })
    const actor = { id, name: user.name, address: client.address }
    await recordDone(tx, actor, { act: 'sign-in', object: `user:${id}`, details: { by } }, now)
    return user
  })
}

/** Null where better-auth says no; what it cannot do at all is thrown. */
export async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return null
    throw error
  }
}
