import { expect, test } from 'vitest'
import { orderComments } from './comment-order'

/** "2<1" answers 1; "!" is not kept. */
const comments = (text: string) =>
  text.split(' ').map((one) => {
    const [id, parent] = one.replace('!', '').split('<').map(Number)
    return { id: id ?? 0, parent: parent ?? 0, kept: !one.endsWith('!') }
  })
const order = (text: string) =>
  orderComments(comments(text))
    .map(({ comment, parent, orphan }) => `${comment.id}${parent === null ? '' : `<${parent}`}${orphan ? '?' : ''}`)
    .join(' ')

test.each([
  ['1 2 3', '1 2 3', 'the order of the export'],
  ['1 2<1 3<2', '1 2<1 3<2', 'answers behind what they answer'],
  ['3<2 2<1 1', '1 2<1 3<2', 'however they stand in the file'],
  ['4<9 1', '4? 1', 'what answers nothing that is there stands at the top, and it is said'],
  ['1 2<1! 3<2', '1 3<1?', 'what answers a comment that is not kept goes to the one above it'],
  ['1! 2<1', '2?', 'or to the top'],
  ['1 2<1! 3<2! 4<3', '1 4<1?', 'over several'],
  ['1<1 2', '1? 2', 'a comment that answers itself is at the top'],
  ['1<2 2<1', '2? 1<2', 'a loop is cut once'],
  ['1<3 2<1 3<2 4<1', '2? 3<2 1<3 4<1', 'wherever it is entered'],
  ['1<2! 2<1!', '', 'nothing is kept'],
  ['3<1 1<2! 2<1!', '3?', 'a loop of what is not kept leads to the top'],
  ['1 1<2 2', '1 2', 'of one number the first counts'],
])('%s → %s: %s', (text, expected) => {
  expect(order(text)).toBe(expected)
})

test('a chain of twenty thousand answers keeps its order, last first too', () => {
  const chain = Array.from({ length: 20_000 }, (_, i) => ({ id: i + 1, parent: i, kept: true }))
  const ordered = orderComments(chain.toReversed())
  expect(ordered.map(({ comment }) => comment.id)).toEqual(chain.map(({ id }) => id))
  expect(ordered.at(-1)).toMatchObject({ parent: 19_999, orphan: false })
})
