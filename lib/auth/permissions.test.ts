import { expect, test } from 'vitest'
import type { Role } from './actor'
import { may } from './permissions'

const actor = (role: Role) => ({ id: 'ines', name: 'Ines', role })
const own = { ownerId: 'ines' }
const other = { ownerId: 'oda' }

test('a contributor writes what is their own and publishes nothing', () => {
  expect(may(actor('CONTRIBUTOR'), 'article.edit', own)).toBe(true)
  expect(may(actor('CONTRIBUTOR'), 'article.edit', other)).toBe(false)
  expect(may(actor('CONTRIBUTOR'), 'article.publish', own)).toBe(false)
})

test('an author publishes what is their own, and an editor what is anybody’s', () => {
  expect(may(actor('AUTHOR'), 'article.publish', own)).toBe(true)
  expect(may(actor('AUTHOR'), 'article.publish', other)).toBe(false)
  expect(may(actor('EDITOR'), 'article.publish', other)).toBe(true)
})

test('what belongs to nobody is nobody’s own', () => {
  expect(may(actor('AUTHOR'), 'article.edit', { ownerId: null })).toBe(false)
  expect(may(actor('AUTHOR'), 'article.edit', null)).toBe(false)
})
