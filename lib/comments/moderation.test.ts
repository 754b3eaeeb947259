import { expect, test } from 'vitest'
import { commentSettingsSchema } from '@/lib/site/settings'
import { type Arrival, firstStatus, statusAfter } from './moderation'

const settings = commentSettingsSchema.parse({})
const arrival = (over: Partial<Arrival> = {}): Arrival => ({
  tokenGood: true,
  trapped: false,
  links: 0,
  known: true,
  ...over,
})

test('somebody known is published at once', () => {
  expect(firstStatus(arrival(), settings)).toBe('APPROVED')
})

test('a first comment is held', () => {
  expect(firstStatus(arrival({ known: false }), settings)).toBe('HELD')
})

test('two links are held, one is not', () => {
  expect(firstStatus(arrival({ links: 1 }), settings)).toBe('APPROVED')
  expect(firstStatus(arrival({ links: 2 }), settings)).toBe('HELD')
})

test('an old or missing token holds the comment and does not refuse it', () => {
  expect(firstStatus(arrival({ tokenGood: false }), settings)).toBe('HELD')
})

test('what fills in a field that nobody sees is spam', () => {
  expect(firstStatus(arrival({ trapped: true }), settings)).toBe('SPAM')
})

test('an editor may hold everything, or trust newcomers', () => {
  expect(firstStatus(arrival(), { ...settings, holdEverything: true })).toBe('HELD')
  expect(firstStatus(arrival({ known: false }), { ...settings, holdFirst: false })).toBe('APPROVED')
})

test('a verdict that changes nothing is none', () => {
  expect(statusAfter('HELD', 'approve')).toBe('APPROVED')
  expect(statusAfter('APPROVED', 'approve')).toBeNull()
  expect(statusAfter('APPROVED', 'trash')).toBe('TRASH')
})
