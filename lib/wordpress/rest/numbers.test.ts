import { expect, test } from 'vitest'
import { OWN_NUMBERS, partNumbers, sourcedNumber, termNumber } from './numbers'

const row = (over = {}) => ({ id: 7, sourceSite: 'old.example', sourceId: 440, ...over })

test('what came from WordPress keeps its number, what was written here has one that nothing there can have', () => {
  expect(sourcedNumber(row(), 'old.example')).toBe(440)
  expect(sourcedNumber(row({ sourceSite: null, sourceId: null }), 'old.example')).toBe(OWN_NUMBERS + 7)
  expect(sourcedNumber(row({ sourceSite: null, sourceId: null }), null)).toBe(OWN_NUMBERS + 7)
  expect([termNumber(7, 3), termNumber(7, null), termNumber(7, undefined)]).toEqual([
    3,
    OWN_NUMBERS + 7,
    OWN_NUMBERS + 7,
  ])
})

test('a second imported site, and what an export gives no number, are numbered here', () => {
  expect(sourcedNumber(row({ sourceSite: 'second.example' }), 'old.example')).toBe(OWN_NUMBERS + 7)
  expect(sourcedNumber(row({ sourceId: -3 }), 'old.example')).toBe(OWN_NUMBERS + 7)
  expect(sourcedNumber(row({ sourceId: OWN_NUMBERS + 1 }), 'old.example')).toBe(OWN_NUMBERS + 7)
})

test('a number leads back to its row', () => {
  expect(partNumbers([440, OWN_NUMBERS + 7, 0, -1])).toEqual({ wordpress: [440], own: [7] })
})
