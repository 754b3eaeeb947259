// npm run bench:sign-in
// 10,000 guesses at one account within an hour, on a database of its own: from one address, from a thousand, and from an
// IPv6 network that takes another address for each. How many were looked at, in the worst hour; and does the person behind
// the account still get in, from a new address and from a browser they have used before? Exit 1 where not.
import { type Client, cookieNames } from '@/lib/auth/client'
import { deviceCookie } from '@/lib/auth/device'
import { signInWithPassword } from '@/lib/auth/sign-in'
import { migrate } from '@/lib/database/migrator'
import { type Database, openDatabase } from '@/lib/db'
import { emptyDatabase } from '@/lib/testing/database'
import { addPerson, newClient, PASSWORD } from '@/lib/testing/people'

const GUESSES = 10_000
const HOUR_MS = 3_600_000
/** Longer than an hour, so that a window that does not slide would let twice as many through. */
const SPAN_MS = 1.5 * HOUR_MS
const MOST = 20
const BEGAN = new Date('2026-11-27T12:00:00Z').getTime()

const attackers: [name: string, address: (guess: number) => string][] = [
  ['one address', () => '203.0.113.7'],
  ['1,000 addresses', (guess) => `203.0.${Math.floor((guess % 1000) / 250)}.${guess % 250}`],
  ['one /64 of IPv6', (guess) => `2001:db8:1:2::${guess.toString(16)}`],
]

const { url, remove } = await emptyDatabase('sqlite')
await migrate(url)
const db = await openDatabase(url)
for (const [name, addressOf] of attackers) {
  const { email } = await addPerson(db)
  const looked: number[] = []
  const began = performance.now()
  for (let guess = 0; guess < GUESSES; guess++) {
    const now = new Date(BEGAN + Math.floor((guess / GUESSES) * SPAN_MS))
    const result = await tryAs(db, email, `guess number ${guess}`, { address: addressOf(guess) }, now)
    if (!result.ok && result.reason === 'wrong') looked.push(now.getTime())
  }
  const seconds = (performance.now() - began) / 1000
  const worst = Math.max(...looked.map((at) => looked.filter((other) => other >= at && other < at + HOUR_MS).length))
  const now = new Date(BEGAN + SPAN_MS)
  const elsewhere = await tryAs(db, email, PASSWORD, { address: '198.51.100.9' }, now)
  const cookies = `${cookieNames().device}=${deviceCookie(email, now)}`
  const known = await tryAs(db, email, PASSWORD, { cookies }, now)
  console.log(
    `${name}: ${GUESSES} guesses in 90 minutes of its clock (${seconds.toFixed(0)} s of ours), ${looked.length} looked at, ` +
      `${worst} in the worst hour; a new address ${elsewhere.ok ? 'gets in' : 'waits'}, a known browser ${known.ok ? 'gets in' : 'waits'}`,
  )
  // From everywhere at once an unknown browser has to wait with the guessers; a known one never has to.
  const held = worst > MOST || !known.ok || (name !== '1,000 addresses' && !elsewhere.ok)
  if (held) process.exitCode = 1
}
await db.$disconnect()
await remove()

function tryAs(db: Database, email: string, password: string, from: Partial<Client>, now: Date) {
  return signInWithPassword(db, { email, password }, newClient(from), now)
}
