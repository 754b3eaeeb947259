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
  if (!checked.ok) return checked
  return (await signInProved(db, checked.userId, 'passkey', client, now)) ?? { ok: false, reason: 'wrong' }
}
