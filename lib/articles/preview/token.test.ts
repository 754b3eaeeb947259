import { expect, test, vi } from 'vitest'
import { previewToken, readPreviewToken } from './token'

vi.stubEnv('SECRET', 'the harbour at half past four, and a lamp')

const now = new Date('2026-11-27T12:00:00Z')
const link = { id: 7, expiresAt: new Date('2026-12-04T12:00:00Z') }

test('a token of ours names its link until its time is over, to the millisecond', () => {
  const token = previewToken(link)
  expect(readPreviewToken(token, now)).toEqual(link)
  expect(readPreviewToken(token, new Date(link.expiresAt.getTime() - 1))).toEqual(link)
  expect(readPreviewToken(token, link.expiresAt)).toBeNull()
})

test('every letter of it matters', () => {
  const token = previewToken(link)
  for (let at = 0; at < token.length; at++) {
    const other = token[at] === '1' ? '2' : '1'
    expect(readPreviewToken(token.slice(0, at) + other + token.slice(at + 1), now)).toBeNull()
    expect(readPreviewToken(token.slice(0, at) + token.slice(at + 1), now)).toBeNull()
  }
})

test('neither number nor time can be taken from one token to another', () => {
  const [, , signature] = previewToken(link).split('.')
  const [id, until] = previewToken({ id: 8, expiresAt: new Date('2036-12-04T12:00:00Z') }).split('.')
  expect(readPreviewToken(`${id}.${until}.${signature}`, now)).toBeNull()
})

test.each(['', '.', '7', '7..', 'x'.repeat(4_000), `07.m0.${'a'.repeat(43)}`])('“%s” is none', (token) => {
  expect(readPreviewToken(token, now)).toBeNull()
})
