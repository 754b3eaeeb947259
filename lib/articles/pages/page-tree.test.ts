import { expect, test } from 'vitest'
import { PageTree, type Placed } from './page-tree'

const page = (id: number, parentId: number | null = null, position = 0): Placed => ({
  ...{ id, parentId, position, headline: `Page ${id}` },
})
const ids = (pages: readonly Placed[]) => pages.map(({ id }) => id)

const tree = new PageTree([page(3, null, 1), page(1), page(2, null, 0), page(11, 1), page(12, 1), page(111, 11)])

test('pages stand by their position, then by their headline', () => {
  expect(ids(tree.below(null))).toEqual([1, 2, 3])
  expect(ids(tree.family(1))).toEqual([1, 11, 12, 111])
})

test('a step leads past a neighbour, below it, and out again', () => {
  expect(tree.spotAfter(2, 'up')).toEqual({ parentId: null, beforeId: 1 })
  expect(tree.spotAfter(1, 'down')).toEqual({ parentId: null, beforeId: 3 })
  expect(tree.spotAfter(12, 'in')).toEqual({ parentId: 11, beforeId: null })
  expect(tree.spotAfter(11, 'out')).toEqual({ parentId: null, beforeId: 2 })
  expect([tree.spotAfter(1, 'up'), tree.spotAfter(3, 'down'), tree.spotAfter(1, 'out')]).toEqual([null, null, null])
  expect(tree.orderWith(3, { parentId: null, beforeId: 1 })).toEqual([3, 1, 2])
})

test('below what is gone means at the top, and so does a circle', () => {
  const odd = new PageTree([page(1, 99), page(2, 3), page(3, 2), page(4, 2)])
  expect(ids(odd.below(null))).toEqual([1, 2, 3, 4])
})
