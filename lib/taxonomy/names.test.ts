import { expect, test } from 'vitest'
import { described, named } from './names'

test('an address is made of the name where none is given', () => {
  expect(named('  The  Harbour\n', '')).toEqual({ ok: true, name: 'The Harbour', slug: 'the-harbour' })
  expect(named('Harbour', 'Port & Quay')).toEqual({ ok: true, name: 'Harbour', slug: 'port-quay' })
  expect(named('بندر', '')).toEqual({ ok: true, name: 'بندر', slug: 'بندر' })
})

test.each([
  ['', 'x', 'nameMissing'],
  ['…', 'x', 'nameMissing'],
  ['x'.repeat(81), 'x', 'nameLong'],
  ['Harbour', '///', 'slugWrong'],
  ['Page', '', 'slugWrong'],
  ['Harbour', 'feed', 'slugWrong'],
])('“%s” at “%s” is refused: %s', (name, slug, reason) => {
  expect(named(name, slug)).toEqual({ ok: false, reason })
})

test('a description keeps its lines and nothing that cannot be seen', () => {
  expect(described(' One\r\nTwo\u0000\u0007 ')).toBe('One\nTwo')
})
