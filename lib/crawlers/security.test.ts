import { expect, test } from 'vitest'
import { securityTxt } from './security'
import { crawlerSettingsSchema } from './settings'

const URL = 'https://news.example/.well-known/security.txt'
const { security } = crawlerSettingsSchema.parse({
  security: { contacts: ['mailto:desk@news.example'], expiresAt: '2027-01-01T00:00:00Z', languages: ['en', 'fa'] },
})

test('it says whom to write to, until when, and where it stands', () => {
  expect(securityTxt(security, URL, new Date('2026-12-31T23:59:59Z'))).toBe(
    'Contact: mailto:desk@news.example\nExpires: 2027-01-01T00:00:00.000Z\nPreferred-Languages: en, fa\n' +
      `Canonical: ${URL}\n`,
  )
})

test('after its time, and where nothing is set, there is none', () => {
  expect(securityTxt(security, URL, new Date('2027-01-01T00:00:00Z'))).toBeNull()
  expect(securityTxt(null, URL, new Date(0))).toBeNull()
})

test('without a date of its end it cannot be set', () => {
  const withoutEnd = { security: { contacts: ['mailto:desk@news.example'] } }
  expect(crawlerSettingsSchema.safeParse(withoutEnd).success).toBe(false)
})
