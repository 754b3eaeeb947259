import { expect, test } from 'vitest'
import { countedAddress, takeOne } from './limits'

const limit = { count: 3, windowMs: 60_000 }
const at = (ms: number) => new Date(1_000_000 + ms)
const time = (ms: number) => at(ms).getTime()

test('so many are taken, and the next one hears when it may come', () => {
  const first = takeOne([], limit, at(0))
  expect(first).toEqual({ ok: true, times: [time(0)] })
  expect(takeOne([time(0), time(1), time(2)], limit, at(3))).toEqual({ ok: false, until: at(60_000) })
})

test('the window slides: no minute anywhere has more than three', () => {
  const full = [time(0), time(30_000), time(59_000)]
  expect(takeOne(full, limit, at(59_999))).toMatchObject({ ok: false })
  expect(takeOne(full, limit, at(60_000))).toEqual({ ok: true, times: [time(30_000), time(59_000), time(60_000)] })
  expect(takeOne([...full.slice(1), time(60_000)], limit, at(60_001))).toEqual({ ok: false, until: at(90_000) })
})

test('an IPv6 address counts as its /64, an IPv4 address as itself', () => {
  expect(countedAddress('192.0.2.7')).toBe('192.0.2.7')
  expect(countedAddress('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64')
  expect(countedAddress('2001:DB8:0001:2::9')).toBe('2001:db8:1:2::/64')
  expect(countedAddress('2001:db8::1')).toBe('2001:db8:0:0::/64')
  expect(countedAddress('::1')).toBe('0:0:0:0::/64')
  expect(countedAddress('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
  expect(countedAddress('2001:db8:1:3::9')).not.toBe(countedAddress('2001:db8:1:2::9'))
})
