import { expect, test } from 'vitest'
import { deviceCookie, knownDevice } from './device'

const now = new Date('2026-11-27T12:00:00Z')
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)

test('a browser is known for the account it was signed in to, and for no other', () => {
  const cookie = deviceCookie('maren@ellerhaven.example', now)
  expect(knownDevice(cookie, 'maren@ellerhaven.example', now)).toMatch(/^[\w-]{16}$/)
  expect(knownDevice(cookie, 'bram@ellerhaven.example', now)).toBeNull()
})

test('nobody makes such a cookie up, nor keeps one for ever', () => {
  const cookie = deviceCookie('maren@ellerhaven.example', now)
  const [id, until, signature] = cookie.split('.')
  expect(knownDevice(`x${id}.${until}.${signature}`, 'maren@ellerhaven.example', now)).toBeNull()
  expect(knownDevice(`${id}.9${until}.${signature}`, 'maren@ellerhaven.example', now)).toBeNull()
  expect(knownDevice(undefined, 'maren@ellerhaven.example', now)).toBeNull()
  expect(knownDevice(cookie, 'maren@ellerhaven.example', days(179))).not.toBeNull()
  expect(knownDevice(cookie, 'maren@ellerhaven.example', days(180))).toBeNull()
})
