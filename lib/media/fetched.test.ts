import { expect, test } from 'vitest'
import { isOfKind } from './fetched'

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

test('an image is an image, and no page about one', () => {
  expect(isOfKind('image/jpeg', bytes('\xff\xd8\xff\xe0 and more'))).toBe(true)
  // What was renamed is shown all the same.
  expect(isOfKind('image/jpeg', bytes('\x89PNG\r\n\x1a\n'))).toBe(true)
  expect(isOfKind('image/jpeg', bytes('<!DOCTYPE html><title>404</title>'))).toBe(false)
  expect(isOfKind('image/svg+xml', bytes('<svg xmlns="http://www.w3.org/2000/svg"></svg>'))).toBe(true)
})

test('of other files only a page in their place is told', () => {
  expect(isOfKind('application/pdf', bytes('%PDF-1.7'))).toBe(true)
  expect(isOfKind('application/pdf', bytes('\n <HTML><body>Gone'))).toBe(false)
  expect(isOfKind('application/pdf', bytes(''))).toBe(false)
})
