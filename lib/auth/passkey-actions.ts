'use server'

import { database } from '@/lib/db'
import { signedPasskey } from './passkey-schema'
import { askWhoSigns, signInByPasskey } from './passkey-sign-in'
import { passCookies, readClient, rememberDevice } from './session'

/** What a browser at the front door is told to sign. It tells of nobody, and keeps nothing. */
export async function askWhoSignsCall() {
  return askWhoSigns(new Date())
}

export async function signInByPasskeyCall(sent: unknown): Promise<{ ok: boolean; reason?: 'wrong' | 'wait' }> {
  const parsed = signedPasskey.safeParse(sent)
  if (!parsed.success) return { ok: false, reason: 'wrong' }
  const [db, client, now] = [await database(), await readClient(), new Date()]
  const result = await signInByPasskey(db, parsed.data, client, now)
  if (!result.ok) return { ok: false, reason: result.reason }
  await passCookies(result.setCookie)
  await rememberDevice(result.email, now)
  return { ok: true }
}
