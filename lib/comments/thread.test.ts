import { expect, test } from 'vitest'
import { buildThread, findNode } from './thread'
import type { CommentNode, CommentView } from './view'

const comment = (id: number, parentId: number | null = null): CommentView => ({
  id,
  parentId,
  kind: 'COMMENT',
  authorName: `Reader ${id}`,
  authorUrl: null,
  text: '',
  avatar: 0,
  createdAt: new Date(id * 1000),
  held: false,
})
type Shape = [number, Shape[]]
const shape = (nodes: CommentNode[]): Shape[] => nodes.map(({ id, replies }) => [id, shape(replies)])

test('replies stand under what they answer, in the order they came', () => {
  expect(shape(buildThread([comment(1), comment(2), comment(3, 1), comment(4, 1), comment(5, 3)], 5))).toEqual([
    [
      1,
      [
        [3, [[5, []]]],
        [4, []],
      ],
    ],
    [2, []],
  ])
})

test('a reply to what is not there stands at the top', () => {
  expect(shape(buildThread([comment(2, 99), comment(3)], 5))).toEqual([
    [2, []],
    [3, []],
  ])
})

test('below the deepest level replies stand beside their parent', () => {
  const thread = buildThread([comment(1), comment(2, 1), comment(3, 2), comment(4, 3)], 2)
  expect(shape(thread)).toEqual([
    [
      1,
      [
        [2, []],
        [3, []],
        [4, []],
      ],
    ],
  ])
  expect(thread[0]?.replies.map(({ depth }) => depth)).toEqual([2, 2, 2])
})

test('ten thousand replies in one line do not break it', () => {
  const line = Array.from({ length: 10_000 }, (_, i) => comment(i + 1, i || null))
  expect(buildThread(line, 5)).toHaveLength(1)
})

test('a comment is found wherever it stands', () => {
  const thread = buildThread([comment(1), comment(2, 1), comment(3, 2)], 5)
  expect(findNode(thread, 3)).toMatchObject({ id: 3, depth: 3 })
  expect(findNode(thread, 9)).toBeUndefined()
})
