import { expect, test } from 'vitest'
import { loggedUrl } from './page-context'

test.each(['/preview/7.m0.abc/', '/%70review/7.m0.abc', '/Preview//7.m0.abc/?a=b', '//preview/7.m0.abc'])(
  'nobody who reads the log opens %s',
  (url) => {
    expect(loggedUrl(url)).toBe('/preview/…')
  },
)

test('every other address is written down as it was asked for', () => {
  expect(loggedUrl('/the-preview/?q=/preview/x')).toBe('/the-preview/?q=/preview/x')
})
