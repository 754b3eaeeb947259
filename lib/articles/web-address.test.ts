import { expect, test } from 'vitest'
import { isWebAddress } from './web-address'

test.each(['https://agency.example/ferry/', 'http://agency.example/?id=4', 'https://وكالة.example/عبارة/'])(
  '%s is an address of the web',
  (text) => {
    expect(isWebAddress(text)).toBe(true)
  },
)

test.each([
  '',
  '/ferry/',
  'agency.example/ferry/',
  'javascript:alert(1)',
  'https://',
  'https:///ferry',
  'https://user:word@agency.example/',
  'https://agency.example/#part',
  'https://agency.example/two words',
  'https://agency.example\\evil',
])('“%s” is none', (text) => {
  expect(isWebAddress(text)).toBe(false)
})
