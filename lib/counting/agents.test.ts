import { expect, test } from 'vitest'
import { BOTS, BROWSERS } from '@/lib/testing/reader-mix'
import { NAMED_BOTS, readAgent } from './agents'

test('browsers are readers, each with its kind of device', () => {
  for (const { userAgent, device } of BROWSERS)
    expect(readAgent(userAgent)).toEqual({ kind: 'reader', name: '', device })
})

test.each([
  [
    'Mozilla/5.0 (iPad; CPU OS 18_2 like Mac OS X) AppleWebKit/605.1.15 Version/18.2 Mobile/15E148 Safari/604.1',
    'tablet',
  ],
  ['Mozilla/5.0 (Linux; Android 14; Marsh TV) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36', 'other'],
  ['Mozilla/5.0 (Web0S; Linux/SmartTV) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36', 'other'],
  ['Mozilla/5.0 (PlayStation 5 9.40) AppleWebKit/605.1.15 (KHTML, like Gecko)', 'other'],
  ['Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36', 'computer'],
  ['Opera/9.80 (J2ME/MIDP; Opera Mini/9.80/191.308; U; fa) Presto/2.5.25 Version/10.54', 'phone'],
])('%s is a reader’s: %s', (userAgent, device) => {
  expect(readAgent(userAgent)).toMatchObject({ kind: 'reader', device })
})

test('bots are told apart by their names, and whoever says nothing is one', () => {
  for (const { userAgent, kind } of BOTS) expect([userAgent, readAgent(userAgent).kind]).toEqual([userAgent, kind])
  expect(readAgent('  ').kind).toBe('bot')
})

test('a bot that calls itself a browser too is the bot', () => {
  const named =
    'Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) AppleWebKit/537.36 Chrome/140.0.0.0 Mobile Safari/537.36 (compatible; GoogleOther)'
  expect(readAgent(named)).toEqual({ kind: 'ai', name: 'GoogleOther', device: 'other' })
})

test('every name in the table is found by what its bot says, whatever its case, and has a source', () => {
  for (const { name, kind, source, marks } of NAMED_BOTS) {
    for (const mark of marks ?? [name]) {
      expect(readAgent(`Mozilla/5.0 (compatible; ${mark.toUpperCase()}/1.0)`)).toMatchObject({ name, kind })
    }
    expect(source).toMatch(/^https:\/\//)
  }
  expect(new Set(NAMED_BOTS.map(({ name }) => name)).size).toBe(NAMED_BOTS.length)
})
