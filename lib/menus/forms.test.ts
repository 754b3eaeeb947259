import { expect, test } from 'vitest'
import { undoSchema } from './forms'
import { LONGEST_ADDRESS, type MenuItem, MOST_ITEMS } from './menu'

const item = (over: Partial<MenuItem>): MenuItem => ({
  ...{ id: 1, kind: 'address', targetId: null, address: '/a/', labels: { en: 'A' }, below: [] },
  ...over,
})
const isTaken = (...items: MenuItem[]) =>
  undoSchema.safeParse({ place: 'masthead', undo: JSON.stringify(items) }).success

test('a menu that comes back by "undo" is checked as if it had been made by hand', () => {
  expect(isTaken(item({}), item({ kind: 'heading', address: '' }), item({ kind: 'page', targetId: 7 }))).toBe(true)
  const wrong: Partial<MenuItem>[] = [
    { address: 'javascript:alert(1)' },
    { address: '//evil.example/' },
    { address: '' },
    { labels: {} },
    { kind: 'heading', labels: { en: '' } },
    { kind: 'page' },
    { kind: 'tag', targetId: 3_000_000_000 },
  ]
  for (const over of wrong) {
    expect(isTaken(item(over)), JSON.stringify(over)).toBe(false)
    expect(isTaken(item({ below: [item(over)] })), JSON.stringify(over)).toBe(false)
  }
})

test('the longest menu that can be made comes back', () => {
  const label = 'ق"'.repeat(60)
  const labels = Object.fromEntries(['en', 'ar', 'fa', 'ku', 'tr', 'fr', 'de', 'ru'].map((tag) => [tag, label]))
  const address = `/${'a'.repeat(LONGEST_ADDRESS - 2)}/`
  const longest = Array.from({ length: MOST_ITEMS }, (_, at) => item({ id: at + 1, address, labels }))
  expect(isTaken(...longest)).toBe(true)
})
