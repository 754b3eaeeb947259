import { expect, test } from 'vitest'
import { CHALLENGE_MS, isOwnChallenge, newChallenge } from './passkey-challenge'

const now = new Date('2026-11-28T12:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)
const signed = (challenge: string) => Buffer.from(challenge).toString('base64url')

test('a challenge is good for its purpose, for five minutes', () => {
  const sent = signed(newChallenge('confirm a-session', now))
  expect(isOwnChallenge(sent, 'confirm a-session', later(CHALLENGE_MS - 1))).toBe(true)
  expect(isOwnChallenge(sent, 'confirm a-session', later(CHALLENGE_MS))).toBe(false)
  expect(isOwnChallenge(sent, 'confirm another', now)).toBe(false)
  expect(isOwnChallenge(sent, 'sign-in', now)).toBe(false)
})

test('nobody makes or prolongs one', () => {
  const [id = '', until = '', signature = ''] = newChallenge('sign-in', now).split('.')
  const longer = [id, String(Number(until) + 1), signature].join('.')
  for (const forged of [longer, `${id}.${until}.`, `${id}.${until}`, '', 'x'])
    expect([forged, isOwnChallenge(signed(forged), 'sign-in', now)]).toEqual([forged, false])
})
