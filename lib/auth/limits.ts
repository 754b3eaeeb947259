/** So many tries in so long. */
export type Limit = { count: number; windowMs: number }

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** Guesses at one account's password, by browsers that have never been signed in to it. */
export const ACCOUNT: Limit = { count: 20, windowMs: HOUR_MS }
/** Of those, by one address. */
export const ACCOUNT_FROM_ADDRESS: Limit = { count: 8, windowMs: HOUR_MS }
/** Guesses of one address at all accounts together: a newsroom behind one address stays well below. */
export const ADDRESS: Limit = { count: 60, windowMs: HOUR_MS }
/** Guesses of a browser that has been signed in to this account: its own, whatever the rest of the world tries. */
export const DEVICE: Limit = { count: 10, windowMs: HOUR_MS }
/** Codes of the second factor, for one person. */
export const SECOND_FACTOR: Limit = { count: 5, windowMs: 15 * MINUTE_MS }
/** One code of an authenticator app is right for a minute and a half, and is taken once. */
export const SAME_CODE: Limit = { count: 1, windowMs: 3 * MINUTE_MS }
/** What a passkey signs is good for five minutes, and is taken once. */
export const SAME_CHALLENGE: Limit = { count: 1, windowMs: 10 * MINUTE_MS }
/** Links that were tried from one address: their tokens cannot be guessed, but nobody needs to try a thousand. */
export const LINKS: Limit = { count: 60, windowMs: HOUR_MS }

/** Letters with a link for a new password, to one address: a mailbox is not a toy. */
export const ASKED_RESETS: Limit = { count: 3, windowMs: HOUR_MS }
/** Of those, asked for by one reader's address. */
export const ASKED_RESETS_FROM: Limit = { count: 10, windowMs: HOUR_MS }

export type Taken = { ok: true; times: number[] } | { ok: false; until: Date }

/** The moments still counted with one more at `now`, or when the next is free. Oldest first. */
export function takeOne(times: readonly number[], { count, windowMs }: Limit, now: Date): Taken {
  const counted = times.filter((time) => time > now.getTime() - windowMs)
  const free = counted[counted.length - count]
  if (free !== undefined) return { ok: false, until: new Date(free + windowMs) }
  return { ok: true, times: [...counted, now.getTime()] }
}

/** An address as it is counted: all of a household's or a server's IPv6 addresses (/64) are one. */
export function countedAddress(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
