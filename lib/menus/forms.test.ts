import { expect, test } from 'vitest'
import { undoSchema } from './forms'
import type { MenuItem } from './menu'

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
