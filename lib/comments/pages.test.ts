import { expect, test } from 'vitest'
import { partThreads } from './pages'

type Node = { id: number; replies: Node[] }
const node = (id: number, ...replies: Node[]): Node => ({ id, replies })

test('threads fill pages in their order', () => {
  expect(partThreads([node(1), node(2), node(3), node(4), node(5)], 2)).toEqual([[1, 2], [3, 4], [5]])
})

test('a thread that does not fit goes to the next page as a whole', () => {
  expect(partThreads([node(1), node(2, node(3), node(4)), node(5)], 3)).toEqual([[1], [2, 3, 4], [5]])
})

test('one that is longer than a page is cut where the page is full', () => {
  expect(partThreads([node(1, node(2, node(3)), node(4), node(5))], 2)).toEqual([[1, 2], [3, 4], [5]])
  expect(partThreads([node(9), node(1, node(2), node(3))], 2)).toEqual([[9], [1, 2], [3]])
})

test('without comments there is one page', () => {
  expect(partThreads([])).toEqual([[]])
})
