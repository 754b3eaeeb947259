import { recordRefused } from '@/lib/audit/mutations'
import type { Database } from '@/lib/db'
import type { Client } from './client'
import type { SignedPasskey } from './passkey-schema'
import { askToSign, checkSigned } from './passkeys'
import { type SignedIn, signInProved } from './sign-in'

const PURPOSE = 'sign-in'

/** Of nobody yet: the browser offers what it has for this site. */
export const askWhoSigns = (now: Date) => askToSign(PURPOSE, [], now)

/**
 * A passkey is both factors at once: something that one has, which has looked who sits there. So no code is asked for after it.
 */
export async function signInByPasskey(
  db: Database,
  signed: SignedPasskey,
  client: Client,
  now: Date,
): Promise<SignedIn | { ok: false; reason: 'wrong' } | { ok: false; reason: 'wait'; until: Date }> {
  const checked = await checkSigned(db, signed, { purpose: PURPOSE, client }, now)
  if (!checked.ok && checked.reason === 'wait') return checked
  // Of somebody who was deactivated the key is right, and opens nothing.
  const signedIn = checked.ok ? await signInProved(db, checked.userId, 'passkey', client, now) : null
  if (signedIn) return signedIn
  const whose = checked.ok ? checked.userId : checked.whose
  const [actor, object] = [{ id: null, name: '', address: client.address }, whose ? `user:${whose}` : '']
  await recordRefused(db, actor, { act: 'sign-in', object, details: { by: 'passkey' } }, now)
  return { ok: false, reason: 'wrong' }
}
