import { expect, test } from 'vitest'
import { branchesOf, type KeptItem, readKeptMenus } from './kept-menus'

const entry = (id: number, parent = 0): KeptItem => ({
  ...{ id, parent, title: `${id}`, type: 'custom', object: 'custom', objectId: 0, url: '/' },
})
const drawn = (items: KeptItem[]) => branchesOf(items).map(({ item, below }) => [item.id, ...below.map(({ id }) => id)])

test('three levels become two, in their order', () => {
  expect(drawn([entry(1), entry(2, 1), entry(3, 2), entry(4), entry(5, 1)])).toEqual([[1, 2, 3, 5], [4]])
})

test('what stands below nothing that is there stands at the top, and a circle ends', () => {
  expect(drawn([entry(1, 99)])).toEqual([[1]])
  expect(
    drawn([entry(1, 2), entry(2, 1)])
      .flat()
      .sort(),
  ).toEqual([1, 2])
})

test('what was never kept, or is something else, is no menu', () => {
  expect(readKeptMenus(undefined)).toEqual([])
  expect(readKeptMenus('x')).toEqual([])
  expect(readKeptMenus({ 'https://old.example': [{ slug: 'a', name: 'A', items: [] }] })).toEqual([])
})
