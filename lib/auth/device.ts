import { randomBytes } from 'node:crypto'
import { isSignature, keyedHash } from '@/lib/secret'

const DAY_MS = 86_400_000
export const DEVICE_KEPT_DAYS = 180

/**
 * What a browser keeps when somebody has signed in with it: it gets a budget of its own for that account, so that guesses from
 * all over the world do not lock its owner out. It opens nothing.
 */
export function deviceCookie(email: string, now: Date): string {
  const id = randomBytes(12).toString('base64url')
  const until = String(now.getTime() + DEVICE_KEPT_DAYS * DAY_MS)
  return [id, until, keyedHash('device', `${id} ${until} ${email}`)].join('.')
}

/** The browser's id, where its cookie is ours, of this account and not too old. */
export function knownDevice(cookie: string | undefined, email: string, now: Date): string | null {
  const [id = '', until = '', signature = ''] = (cookie ?? '').split('.')
  if (!/^\d{1,15}$/.test(until) || Number(until) <= now.getTime()) return null
  return isSignature('device', `${id} ${until} ${email}`, signature) ? id : null
}
