'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { recordDone } from '@/lib/audit/mutations'
import { type Database, database } from '@/lib/db'
import { askReset } from '@/lib/people/ask-reset-mutations'
import { type Joined, joinByLink, resetPassword, useSignInLink } from '@/lib/people/link-mutations'
import { newPassword, personEmail, personName } from '@/lib/people/schema'
import { errorsOf, leave, leaveRefused } from './action'
import { spend } from './budgets'
import { countedAddress, LINKS } from './limits'
import { nextPath } from './next-path'
import { passCookies, readClient, readSession, rememberDevice, takeCookies } from './session'
import { type SignedIn, signInByLink, signInWithCode, signInWithPassword } from './sign-in'

const passwordSchema = z.object({
  email: z.string().min(1, 'emailMissing').max(1000, 'emailWrong'),
  password: z.string().min(1, 'passwordMissing').max(1000, 'passwordLong'),
})

/** E-mail address and password. What is wrong is said on the page that is drawn in answer. */
export async function signInAction(form: FormData): Promise<void> {
  const parsed = passwordSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return leave('sign-in', form, { error: 'look', errors: errorsOf(parsed.error) }, 422)
  const [db, client, now] = [await database(), await readClient(), new Date()]
  const result = await signInWithPassword(db, parsed.data, client, now)
  if (!result.ok) return leaveRefused('sign-in', form, result)
  const next = nextPath(form.get('next'))
  if (result.step === 'done') return enter(result, next, now)
  await passCookies(result.setCookie)
  redirect(`/login/?step=code&next=${encodeURIComponent(next)}`)
}

const codeSchema = z.object({
  code: z.string().trim().min(1, 'codeMissing').max(40, 'wrongCode'),
  kind: z.enum(['totp', 'backup']),
})

/** The second step: a code of the app, or a backup code. */
export async function signInCodeAction(form: FormData): Promise<void> {
  const parsed = codeSchema.safeParse(Object.fromEntries(form))
  if (!parsed.success) return leave('code', form, { error: 'look', errors: errorsOf(parsed.error) }, 422)
  const [db, client, now] = [await database(), await readClient(), new Date()]
  const result = await signInWithCode(db, parsed.data, client, now)
  const next = nextPath(form.get('next'))
  if (result.ok && result.step === 'done') return enter(result, next, now)
  if (result.ok || result.reason === 'expired') redirect(`/login/?expired=1&next=${encodeURIComponent(next)}`)
  const wrong = parsed.data.kind === 'totp' ? 'wrongCode' : 'wrongBackup'
  leaveRefused('code', form, result.reason === 'wrong' ? { ...result, reason: wrong } : result)
}

async function enter({ setCookie, email }: SignedIn, path: string, now: Date): Promise<never> {
  await passCookies(setCookie)
  await rememberDevice(email, now)
  redirect(path)
}

const linkSchema = z.object({ token: z.string().min(1).max(200) })
const passwordByLink = linkSchema.extend({ password: newPassword })
const resetSchema = passwordByLink.extend({ removePasskeys: z.literal('on').optional() })
const joinSchema = passwordByLink.extend({ name: personName, email: personEmail })

/** "Sign in" on the page of such a link. */
export async function signInByLinkAction(form: FormData): Promise<void> {
  await withLink(form, linkSchema, async ({ token }, db, _, now) => useSignInLink(db, token, now))
}

/** The first admin, and whoever was invited. */
export async function joinAction(form: FormData): Promise<void> {
  await withLink(form, joinSchema, (input, db, address, now) => joinByLink(db, input, address, now))
}

/** What a link lets in signs in at once; its tries are counted, though no token can be guessed. */
async function withLink<Input>(
  form: FormData,
  schema: z.ZodType<Input>,
  use: (input: Input, db: Database, address: string, now: Date) => Promise<Joined>,
): Promise<void> {
  const begun = await beginLink(form, schema)
  if (!begun) return
  const { input, db, client, now } = begun
  const joined = await use(input, db, client.address, now)
  if (!joined.ok) return leaveRefused('link', form, joined)
  const signedIn = await signInByLink(db, joined.userId, client, now)
  if (!signedIn) return leaveRefused('link', form, { ok: false, reason: 'gone' })
  await enter(signedIn, '/admin/', now)
}

/** A new password by link does not sign in: whoever has a second factor still needs it. */
export async function resetPasswordAction(form: FormData): Promise<void> {
  const begun = await beginLink(form, resetSchema)
  if (!begun) return
  const { input, db, client, now } = begun
  const removePasskeys = input.removePasskeys === 'on'
  const reset = await resetPassword(db, { ...input, removePasskeys }, client.address, now)
  if (!reset.ok) return leaveRefused('link', form, reset)
  redirect('/login/?reset=1')
}

async function beginLink<Input>(form: FormData, schema: z.ZodType<Input>) {
  const parsed = schema.safeParse(Object.fromEntries(form))
  if (!parsed.success) {
    leave('link', form, { error: 'look', errors: errorsOf(parsed.error) }, 422)
    return null
  }
  const [db, client, now] = [await database(), await readClient(), new Date()]
  const tried = await spend(db, [{ of: `links ${countedAddress(client.address)}`, limit: LINKS }], now)
  if (tried.ok) return { input: parsed.data, db, client, now }
  leaveRefused('link', form, { ok: false, reason: 'wait', until: tried.until })
  return null
}

/**
 * "Forgotten your password?": a letter with a link, where there is mail and such an account. Whether there is one nobody
 * learns: the answer is the same, what is written is the same, and the letter is sent by a job.
 */
export async function askResetAction(form: FormData): Promise<void> {
  const parsed = z.object({ email: personEmail }).safeParse(Object.fromEntries(form))
  if (!parsed.success) return leave('forgotten', form, { error: 'look', errors: errorsOf(parsed.error) }, 422)
  const [db, client, now] = [await database(), await readClient(), new Date()]
  const result = await askReset(db, parsed.data.email, client, now)
  if (!result.ok) return leaveRefused('forgotten', form, result)
  redirect('/login/?step=asked')
}

export async function signOutAction(): Promise<void> {
  const [db, now] = [await database(), new Date()]
  const session = await readSession(db, now)
  if (session) {
    const { id, viewer } = session
    await db.$transaction(async (tx) => {
      await tx.session.deleteMany({ where: { id } })
      await recordDone(tx, viewer, { act: 'sign-out', object: `user:${viewer.id}` }, now)
    })
  }
  await takeCookies()
  redirect('/login/?out=1')
}
