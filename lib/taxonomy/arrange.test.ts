import { expect, test } from 'vitest'
import { inTreeOrder, orderWith, placeAfter, placeOf } from './arrange'
import { CategoryTree } from './category-tree'

const category = (id: number, path: string, parentId: number | null, position: number) => ({
  ...{ id, path, parentId, position, slug: path, name: path },
  ...{ description: '', locale: null },
})
const tree = new CategoryTree([
  category(1, 'harbour', null, 0),
  category(2, 'harbour/ferries', 1, 0),
  category(3, 'harbour/pilots', 1, 1),
  category(4, 'harbour/pilots/night', 3, 0),
  category(5, 'council', null, 1),
])

test('a step up goes before the neighbour above, one down behind the one below', () => {
  expect(placeAfter(tree, 3, 'up')).toEqual({ parentId: 1, beforeId: 2 })
  expect(placeAfter(tree, 2, 'down')).toEqual({ parentId: 1, beforeId: null })
  expect(placeAfter(tree, 1, 'down')).toEqual({ parentId: null, beforeId: null })
})

test('a step in goes below the neighbour above, one out behind the parent', () => {
  expect(placeAfter(tree, 3, 'in')).toEqual({ parentId: 2, beforeId: null })
  expect(placeAfter(tree, 4, 'out')).toEqual({ parentId: 1, beforeId: null })
  expect(placeAfter(tree, 2, 'out')).toEqual({ parentId: null, beforeId: 5 })
})

test('at the ends there is nowhere to go', () => {
  expect(placeAfter(tree, 2, 'up')).toBeNull()
  expect(placeAfter(tree, 3, 'down')).toBeNull()
  expect(placeAfter(tree, 1, 'in')).toBeNull()
  expect(placeAfter(tree, 5, 'out')).toBeNull()
  expect(placeAfter(tree, 99, 'up')).toBeNull()
})

test('where it stands is where it is put back', () => {
  expect(placeOf(tree, 2)).toEqual({ parentId: 1, beforeId: 3 })
  expect(orderWith(tree, 2, { parentId: 1, beforeId: 3 })).toEqual([2, 3])
  expect(orderWith(tree, 5, { parentId: 1, beforeId: 3 })).toEqual([2, 5, 3])
})

test('before one that is not there means as the last', () => {
  expect(orderWith(tree, 2, { parentId: 1, beforeId: 99 })).toEqual([3, 2])
})

test('all of them, each before those below it', () => {
  expect(inTreeOrder(tree).map(({ id, depth }) => `${id}:${depth}`)).toEqual(['1:0', '2:1', '3:1', '4:2', '5:0'])
})
