'use server'

import { z } from 'zod'
import { runAction } from '@/lib/auth/action'
import { runCall } from '@/lib/auth/call'
import { madePasskey, passkeyName, signedPasskey } from '@/lib/auth/passkey-schema'
import { getSiteFacts } from '@/lib/site/facts'
import {
  addPasskey,
  askForPasskey,
  beginPasskey,
  confirmByPasskey,
  removePasskey,
  renamePasskey,
} from './passkey-mutations'

const act = 'account.edit'
const nothing = z.undefined()
const oneSchema = z.object({ passkeyId: z.string().min(1).max(64) })

export async function beginPasskeyCall() {
  return runCall(act, nothing, undefined, async (_, { db, session, now }) => {
    const { site } = await getSiteFacts(db)
    return beginPasskey(db, session, site.name, now)
  })
}

export async function addPasskeyCall(sent: unknown) {
  const schema = z.object({ name: passkeyName, made: madePasskey })
  return runCall(act, schema, sent, (input, { db, session, now }) => addPasskey(db, input, session, now))
}

export async function askForPasskeyCall() {
  return runCall(act, nothing, undefined, (_, { db, session, now }) => askForPasskey(db, session, now))
}

export async function confirmByPasskeyCall(sent: unknown) {
  return runCall(act, signedPasskey, sent, (signed, { db, session, now }) => confirmByPasskey(db, signed, session, now))
}

export async function renamePasskeyAction(form: FormData): Promise<void> {
  const schema = oneSchema.extend({ name: passkeyName })
  await runAction({ form: 'passkeys', act, schema }, form, async (input, { db, session, now }) => {
    const result = await renamePasskey(db, input, session, now)
    return result.ok ? { ok: true, done: 'saved' } : result
  })
}

export async function removePasskeyAction(form: FormData): Promise<void> {
  await runAction({ form: 'passkeys', act, schema: oneSchema }, form, async (input, { db, session, now }) => {
    const result = await removePasskey(db, input, session, now)
    if (result.ok) return { ok: true, done: 'passkeyRemoved' }
    return result.reason === 'confirm' ? { ok: true, to: '/admin/confirm/?next=%2Fadmin%2Faccount%2F' } : result
  })
}
