import { expect, test } from 'vitest'
import { passwordFault } from './password'

const maren = { name: 'Maren Oldacre', email: 'maren.o@ellerhaven.example' }
const fault = (password: string) => passwordFault(password, maren)

test('twelve characters are enough, eleven are not, whatever they are made of', () => {
  expect(fault('tin boat rum')).toBeNull()
  expect(fault('tin boat ru')).toBe('short')
  expect(fault('قایق شب و باران')).toBeNull()
})

test('a password of more than 128 characters is refused', () => {
  expect(fault('tin boat rum'.repeat(11))).toBe('long')
})

test('a name or an address is no secret', () => {
  expect(fault('the Oldacre boat')).toBe('personal')
  expect(fault('maren.o and friends')).toBe('personal')
  expect(fault('in Ellerhaven harbour')).toBe('personal')
})

test.each([
  'password1234',
  'Passwort2026',
  'qwertyuiop12',
  'aaaaaaaaaaaaaa',
  'abcabcabcabc',
  '123456789012',
  'administrator1',
  'iloveyou2026',
])('%s is tried first by everybody', (password) => {
  expect(fault(password)).toBe('common')
})

test('a common word with enough beside it is a password', () => {
  expect(fault('welcome to the tin boat')).toBeNull()
})
