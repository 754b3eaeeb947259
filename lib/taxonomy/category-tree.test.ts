import { expect, test } from 'vitest'
import { type Category, CategoryTree } from './category-tree'

const category = (id: number, path: string, parentId: number | null, position = 0): Category => ({
  id,
  slug: path.split('/').at(-1) ?? '',
  path,
  name: path,
  description: '',
  locale: null,
  position,
  parentId,
})

const tree = new CategoryTree([
  category(1, 'harbour', null, 2),
  category(2, 'harbour/ferries', 1),
  category(3, 'harbour/ferries/night', 2),
  category(4, 'culture', null, 1),
])
const ids = (categories: readonly Category[]) => categories.map(({ id }) => id)

test('the chain leads from the root to the category', () => {
  expect(ids(tree.chain(3))).toEqual([1, 2, 3])
  expect(tree.chain(null)).toEqual([])
  expect(tree.chain(99)).toEqual([])
})

test('an article stands in the archives of its categories and of all above them', () => {
  expect([...tree.withAncestors([3, 4])].sort()).toEqual([1, 2, 3, 4])
})

test('roots and children come in their order', () => {
  expect(ids(tree.roots)).toEqual([4, 1])
  expect(ids(tree.children(1))).toEqual([2])
  expect(tree.children(4)).toEqual([])
})

test('a category is found by its whole path', () => {
  expect(tree.find('harbour/ferries')?.id).toBe(2)
  expect(tree.find('Harbour/Ferries')?.id).toBe(2)
  expect(tree.find('ferries')).toBeUndefined()
})

test('a loop in the tree ends', () => {
  const loop = new CategoryTree([category(1, 'a', 2), category(2, 'b', 1)])
  expect(ids(loop.chain(1))).toEqual([2, 1])
})
