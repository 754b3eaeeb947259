import { randomBytes } from 'node:crypto'
import { isSignature, keyedHash } from '@/lib/secret'

/** So long one may look for one's stick. */
export const CHALLENGE_MS = 5 * 60_000

/**
 * What a passkey is to sign, for one purpose and a few minutes: "sign-in", "add <user>", "confirm <session>". Nothing is kept of
 * it until it is used; whoever takes one says so with `spend`, so that it is taken once.
 */
export function newChallenge(purpose: string, now: Date): string {
  const id = randomBytes(16).toString('base64url')
  const until = String(now.getTime() + CHALLENGE_MS)
  return [id, until, keyedHash('passkey challenge', `${purpose} ${id} ${until}`)].join('.')
}

/** True for one of ours, of that purpose and not too old. `sent`: as the browser signed it, base64url of the text. */
export function isOwnChallenge(sent: string, purpose: string, now: Date): boolean {
  const [id = '', until = '', signature = ''] = Buffer.from(sent, 'base64url').toString('latin1').split('.')
  if (!/^\d{1,15}$/.test(until) || Number(until) <= now.getTime()) return false
  return isSignature('passkey challenge', `${purpose} ${id} ${until}`, signature)
}
