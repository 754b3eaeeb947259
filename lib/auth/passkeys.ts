import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type WebAuthnCredential,
} from '@simplewebauthn/server'
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers'
import type { Database } from '@/lib/db'
import { env } from '@/lib/env'
import { type Budget, giveBack, spend } from './budgets'
import type { Client } from './client'
import { ACCOUNT_FROM_ADDRESS, ADDRESS, countedAddress, SAME_CHALLENGE } from './limits'
import { CHALLENGE_MS, isOwnChallenge, newChallenge } from './passkey-challenge'
import type { MadePasskey, SignedPasskey } from './passkey-schema'

/** Passkeys belong to the site's host, and sign for its origin alone. */
function site(): { origin: string; host: string } {
  const { origin, hostname } = new URL(env().siteUrl)
  return { origin, host: hostname }
}

type Known = { credentialId: string; transports: unknown }
const described = ({ credentialId, transports }: Known) => ({
  id: credentialId,
  transports: transports as NonNullable<WebAuthnCredential['transports']>,
})

/** Without what asks for more than a signature. */
function plain<T extends { extensions?: unknown }>({ extensions: _, ...options }: T): Omit<T, 'extensions'> {
  return options
}

/** What the browser is told to make one: it must look who sits there, and find the key again without a name. */
export async function askToMake(
  person: { id: string; name: string; email: string },
  known: Known[],
  siteName: string,
  now: Date,
): Promise<Omit<PublicKeyCredentialCreationOptionsJSON, 'extensions'>> {
  const options = await generateRegistrationOptions({
    rpName: siteName,
    rpID: site().host,
    userID: new Uint8Array(Buffer.from(person.id)),
    userName: person.email,
    userDisplayName: person.name,
    challenge: new Uint8Array(Buffer.from(newChallenge(`add ${person.id}`, now))),
    timeout: CHALLENGE_MS,
    attestationType: 'none',
    excludeCredentials: known.map(described),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return plain(options)
}

/** What the browser is told to sign with one: with one of these, or, of nobody known yet, with whichever it has. */
export async function askToSign(
  purpose: string,
  known: Known[],
  now: Date,
): Promise<Omit<PublicKeyCredentialRequestOptionsJSON, 'extensions'>> {
  const options = await generateAuthenticationOptions({
    rpID: site().host,
    challenge: new Uint8Array(Buffer.from(newChallenge(purpose, now))),
    timeout: CHALLENGE_MS,
    userVerification: 'required',
    allowCredentials: known.map(described),
  })
  return plain(options)
}

/** What browsers send where nothing was asked for. The library takes others too, and of some asks addresses that they name. */
const STATEMENTS: readonly string[] = ['none', 'packed']

/** The key that was made for this person, or null where something does not fit. */
export async function checkMade(db: Database, userId: string, made: MadePasskey, now: Date) {
  const { origin, host } = site()
  const challenge = expecting(`add ${userId}`, now)
  const checked = await orNull(async () => {
    const statement = decodeAttestationObject(isoBase64URL.toBuffer(made.response.attestationObject)).get('fmt')
    if (!STATEMENTS.includes(statement)) return null
    return verifyRegistrationResponse({
      response: made as RegistrationResponseJSON,
      expectedChallenge: challenge.isExpected,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
    })
  })
  if (!checked?.verified || !(await challenge.isFirst(db))) return null
  const { credential, credentialBackedUp } = checked.registrationInfo
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: BigInt(credential.counter),
    transports: made.response.transports,
    isSynced: credentialBackedUp,
  }
}

/** Whether what was signed is a challenge of ours, and, once the signature is found right, the first time that it is used. */
function expecting(purpose: string, now: Date) {
  let taken = ''
  return {
    isExpected(sent: string): boolean {
      taken = sent
      return isOwnChallenge(sent, purpose, now)
    },
    isFirst: async (db: Database) => (await spend(db, [{ of: `challenge ${taken}`, limit: SAME_CHALLENGE }], now)).ok,
  }
}

export type CheckedPasskey =
  | { ok: true; userId: string }
  /** `whose`: the account that the key named, if any. */
  | { ok: false; reason: 'wrong'; whose: string | null }
  | { ok: false; reason: 'wait'; until: Date }

/**
 * Whose passkey signed this: counted like a password before it is looked at. `owner`: whose it must be, where that is known.
 * A key that counts its signatures and has gone back was copied, and opens nothing.
 */
export async function checkSigned(
  db: Database,
  signed: SignedPasskey,
  { purpose, owner, client }: { purpose: string; owner?: string; client: Client },
  now: Date,
): Promise<CheckedPasskey> {
  const key = await db.passkey.findUnique({ where: { credentialId: signed.id } })
  const budgets = budgetsOf(client, key?.userId)
  const spent = await spend(db, budgets, now)
  if (!spent.ok) return { ok: false, reason: 'wait', until: spent.until }
  const counter = key && isOwnedBy(key.userId, owner, signed) ? await counterOf(db, key, signed, purpose, now) : null
  // Of two that signed at the same count one comes second.
  const used =
    key && counter !== null
      ? await db.passkey.updateMany({ where: { id: key.id, counter: key.counter }, data: { counter, usedAt: now } })
      : { count: 0 }
  if (!key || used.count !== 1) return { ok: false, reason: 'wrong', whose: key?.userId ?? null }
  await giveBack(db, budgets, now)
  return { ok: true, userId: key.userId }
}

function isOwnedBy(userId: string, owner: string | undefined, { response: { userHandle } }: SignedPasskey): boolean {
  if (owner !== undefined && owner !== userId) return false
  return userHandle === undefined || Buffer.from(userHandle, 'base64url').toString() === userId
}

type Key = Known & { publicKey: string; counter: bigint }

/** What the key counts now, where it signed rightly what it was asked to; else null. */
async function counterOf(
  db: Database,
  key: Key,
  signed: SignedPasskey,
  purpose: string,
  now: Date,
): Promise<bigint | null> {
  const { origin, host } = site()
  const challenge = expecting(purpose, now)
  const checked = await orNull(() =>
    verifyAuthenticationResponse({
      response: signed as AuthenticationResponseJSON,
      expectedChallenge: challenge.isExpected,
      expectedOrigin: origin,
      expectedRPID: host,
      requireUserVerification: true,
      credential: {
        ...described(key),
        publicKey: new Uint8Array(Buffer.from(key.publicKey, 'base64url')),
        counter: Number(key.counter),
      },
    }),
  )
  if (!checked?.verified || !(await challenge.isFirst(db))) return null
  return BigInt(checked.authenticationInfo.newCounter)
}

function budgetsOf({ address }: Client, userId: string | undefined): Budget[] {
  const counted = countedAddress(address)
  const own = userId && { of: `passkeys of ${userId} from ${counted}`, limit: ACCOUNT_FROM_ADDRESS }
  return [{ of: `address ${counted}`, limit: ADDRESS }, ...(own ? [own] : [])]
}

/** Null where what was sent does not hold: the library throws for each of its reasons, and does nothing else. */
async function orNull<T>(check: () => Promise<T>): Promise<T | null> {
  try {
    return await check()
  } catch {
    return null
  }
}
