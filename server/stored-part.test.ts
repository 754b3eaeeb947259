import { expect, test } from 'vitest'
import { hasChanged, isAsKnown, rangeOf } from './stored-part'

const stored = { bytes: 1_000, changedAt: new Date('2026-11-14T08:12:00.700Z'), etag: '"abc"' }
const SAME = 'Sat, 14 Nov 2026 08:12:00 GMT'
const EARLIER = 'Sat, 14 Nov 2026 08:11:59 GMT'

test.each([
  ['bytes=0-99', { from: 0, to: 99 }],
  ['bytes=900-', { from: 900, to: 999 }],
  ['bytes=-100', { from: 900, to: 999 }],
  ['bytes=-5000', { from: 0, to: 999 }],
  ['bytes=990-5000', { from: 990, to: 999 }],
  ['bytes=1000-', 'none'],
  ['bytes=5000-6000', 'none'],
  ['bytes=-0', 'none'],
  ['bytes=9-5', null],
  ['bytes=-', null],
  ['bytes=0-1,5-6', null],
  ['lines=1-2', null],
])('of “%s” it sends %j', (range, part) => {
  expect(rangeOf({ range }, stored)).toEqual(part)
})

test('a part is only of the version that its beginning was of', () => {
  const range = 'bytes=500-'
  expect(rangeOf({ range, 'if-range': '"abc"' }, stored)).toEqual({ from: 500, to: 999 })
  expect(rangeOf({ range, 'if-range': '"old"' }, stored)).toBeNull()
  expect(rangeOf({ range, 'if-range': SAME }, stored)).toEqual({ from: 500, to: 999 })
  expect(rangeOf({ range, 'if-range': EARLIER }, stored)).toBeNull()
  expect(rangeOf({ range, 'if-range': 'W/"abc"' }, { ...stored, etag: 'W/"abc"' })).toBeNull()
})

test('what a browser has is told by its tag, or by its time where it sends no tag', () => {
  expect(isAsKnown({ 'if-none-match': '"x", W/"abc"' }, stored)).toBe(true)
  expect(isAsKnown({ 'if-none-match': '"x"', 'if-modified-since': SAME }, stored)).toBe(false)
  expect(isAsKnown({ 'if-none-match': '*' }, stored)).toBe(true)
  expect(isAsKnown({ 'if-modified-since': SAME }, stored)).toBe(true)
  expect(isAsKnown({ 'if-modified-since': EARLIER }, stored)).toBe(false)
  expect(isAsKnown({ 'if-none-match': '"abc"', 'cache-control': 'no-cache' }, stored)).toBe(false)
  expect(isAsKnown({}, stored)).toBe(false)
})

test('what is about another version is left alone', () => {
  expect(hasChanged({ 'if-match': '"abc"' }, stored)).toBe(false)
  expect(hasChanged({ 'if-match': '*' }, stored)).toBe(false)
  expect(hasChanged({ 'if-match': '"other"' }, stored)).toBe(true)
  expect(hasChanged({ 'if-match': 'W/"abc"' }, { ...stored, etag: 'W/"abc"' })).toBe(true)
  expect(hasChanged({ 'if-unmodified-since': SAME }, stored)).toBe(false)
  expect(hasChanged({ 'if-unmodified-since': EARLIER }, stored)).toBe(true)
  expect(hasChanged({}, stored)).toBe(false)
})
