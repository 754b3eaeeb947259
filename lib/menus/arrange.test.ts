import { expect, test } from 'vitest'
import { type Arranged, placeItem, relabelItem, spotAfter, withItem, withoutItem } from './arrange'
import { itemsOf, type Menu, type MenuItem, type MenuLeaf, MOST_ITEMS } from './menu'

const leaf = (id: number): MenuLeaf => ({ id, kind: 'heading', targetId: null, address: '', labels: { en: `${id}` } })
const item = (id: number, ...below: number[]): MenuItem => ({ ...leaf(id), below: below.map(leaf) })
const menu: Menu = [item(1, 11, 12), item(2), item(3)]

/** "1(11 12) 2 3" */
const drawn = (arranged: Arranged): string =>
  arranged.ok
    ? arranged.menu
        .map(({ id, below }) => id + (below.length ? `(${below.map((one) => one.id).join(' ')})` : ''))
        .join(' ')
    : arranged.reason

test('an item goes to the top, below another, and before or behind its neighbours', () => {
  expect(drawn(placeItem(menu, 3, { parentId: null, beforeId: 1 }))).toBe('3 1(11 12) 2')
  expect(drawn(placeItem(menu, 2, { parentId: 1, beforeId: 12 }))).toBe('1(11 2 12) 3')
  expect(drawn(placeItem(menu, 11, { parentId: null, beforeId: null }))).toBe('1(12) 2 3 11')
  expect(drawn(placeItem(menu, 12, { parentId: 2, beforeId: null }))).toBe('1(11) 2(12) 3')
})

test('there are two levels, and nothing stands below itself', () => {
  expect(drawn(placeItem(menu, 1, { parentId: 2, beforeId: null }))).toBe('tooDeep')
  expect(drawn(placeItem(menu, 2, { parentId: 11, beforeId: null }))).toBe('tooDeep')
  expect(drawn(placeItem(menu, 1, { parentId: 1, beforeId: null }))).toBe('tooDeep')
  expect(drawn(placeItem(menu, 9, { parentId: null, beforeId: null }))).toBe('gone')
  expect(drawn(placeItem(menu, 2, { parentId: 9, beforeId: null }))).toBe('gone')
})

test('a step leads past a neighbour, below it, and out again', () => {
  const step = (id: number, where: 'up' | 'down' | 'in' | 'out') => {
    const spot = spotAfter(menu, id, where)
    return spot && drawn(placeItem(menu, id, spot))
  }
  expect(step(2, 'up')).toBe('2 1(11 12) 3')
  expect(step(11, 'down')).toBe('1(12 11) 2 3')
  expect(step(3, 'in')).toBe('1(11 12) 2(3)')
  expect(step(11, 'out')).toBe('1(12) 11 2 3')
  expect([step(1, 'up'), step(3, 'down'), step(1, 'in'), step(12, 'in'), step(2, 'out')]).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})

test('what is taken out takes along what stands below it', () => {
  expect(drawn(withoutItem(menu, 1))).toBe('2 3')
  expect(drawn(withoutItem(menu, 12))).toBe('1(11) 2 3')
})

test('another label is on one item alone', () => {
  const done = relabelItem(menu, 12, { en: 'Twelve' })
  expect(done.ok && itemsOf(done.menu).map(({ labels }) => labels.en)).toEqual(['1', '11', 'Twelve', '2', '3'])
})

test('a menu is not endless', () => {
  const long = Array.from({ length: MOST_ITEMS }, (_, at) => item(100 + at))
  expect(drawn(withItem(long, leaf(9), null))).toBe('tooMany')
  expect(drawn(withItem(menu, leaf(9), 2))).toBe('1(11 12) 2(9) 3')
})
