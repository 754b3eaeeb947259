'use server'

import { z } from 'zod'
import { type Refused, runAction } from '@/lib/auth/action'
import { nextPath } from '@/lib/auth/next-path'
import type { PasswordFault } from '@/lib/auth/password'
import { passCookies } from '@/lib/auth/session'
import { newPassword, newsroomLanguage } from '@/lib/people/schema'
import {
  beginSecondFactor,
  changePassword,
  chooseLocale,
  confirmSession,
  endOtherSessions,
  endSession,
  finishSecondFactor,
  renewBackupCodes,
  switchSecondFactorOff,
} from './mutations'

const act = 'account.edit'
const password = z.string().min(1, 'passwordMissing').max(1000, 'passwordLong')
const passwordSchema = z.object({ password })
const codeSchema = z.object({ code: z.string().trim().min(1, 'codeMissing').max(40, 'wrongCode') })

type Answer = { ok: false; reason: string; until?: Date; fault?: PasswordFault }

/** What was wrong, named after what was asked for. */
const refusedBy = (answer: Answer, wrong = 'wrongPassword'): Refused =>
  answer.reason === 'wrong' ? { ok: false, reason: wrong } : answer

export async function confirmAction(form: FormData): Promise<void> {
  const schema = z.union([passwordSchema, codeSchema])
  await runAction({ form: 'confirm', act, schema }, form, async (proof, { db, session, now }) => {
    const result = await confirmSession(db, proof, session, now)
    if (result.ok) return { ok: true, to: nextPath(form.get('next')) }
    return refusedBy(result, 'code' in proof ? 'wrongCode' : 'wrongPassword')
  })
}

export async function changePasswordAction(form: FormData): Promise<void> {
  const schema = z.object({ current: z.string().max(1000).default(''), password: newPassword })
  await runAction({ form: 'password', act, schema }, form, async (input, { db, session, now }) => {
    const result = await changePassword(db, input, session, now)
    return result.ok ? { ok: true, done: 'passwordChanged' } : refusedBy(result)
  })
}

export async function beginSecondFactorAction(form: FormData): Promise<void> {
  await runAction({ form: 'second', act, schema: passwordSchema }, form, async (input, { db, session, now }) => {
    const result = await beginSecondFactor(db, input, session, now)
    return result.ok ? { ok: true, shown: { uri: result.uri } } : refusedBy(result)
  })
}

export async function finishSecondFactorAction(form: FormData): Promise<void> {
  await runAction({ form: 'second', act, schema: codeSchema }, form, async (input, { db, session, now }) => {
    const result = await finishSecondFactor(db, input, session, now)
    if (!result.ok) return refusedBy(result, 'wrongCode')
    await passCookies(result.setCookie)
    return { ok: true, done: 'secondFactorOn', shown: { backupCodes: result.backupCodes } }
  })
}

export async function renewBackupCodesAction(form: FormData): Promise<void> {
  await runAction({ form: 'second', act, schema: passwordSchema }, form, async (input, { db, session, now }) => {
    const result = await renewBackupCodes(db, input, session, now)
    return result.ok ? { ok: true, shown: { backupCodes: result.backupCodes } } : refusedBy(result)
  })
}

export async function switchSecondFactorOffAction(form: FormData): Promise<void> {
  await runAction({ form: 'second', act, schema: passwordSchema }, form, async (input, { db, session, now }) => {
    const result = await switchSecondFactorOff(db, input, session, now)
    return result.ok ? { ok: true, done: 'secondFactorOff' } : refusedBy(result)
  })
}

export async function endSessionAction(form: FormData): Promise<void> {
  const schema = z.object({ sessionId: z.string().min(1).max(64) })
  await runAction({ form: 'sessions', act, schema }, form, async (input, { db, session, now }) => {
    const result = await endSession(db, input, session, now)
    return result.ok ? { ok: true, done: 'sessionEnded' } : result
  })
}

export async function endOtherSessionsAction(form: FormData): Promise<void> {
  await runAction({ form: 'sessions', act, schema: z.object({}) }, form, async (_, { db, session, now }) => {
    await endOtherSessions(db, session, now)
    return { ok: true, done: 'othersEnded' }
  })
}

export async function chooseLocaleAction(form: FormData): Promise<void> {
  const schema = z.object({ locale: newsroomLanguage })
  await runAction({ form: 'language', act, schema }, form, async (input, { db, session }) => {
    await chooseLocale(db, input, session)
    return { ok: true, to: '/admin/account/' }
  })
}
