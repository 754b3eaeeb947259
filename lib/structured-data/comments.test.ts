import { expect, test } from 'vitest'
import type { CommentView } from '@/lib/comments/view'
import { commentThings } from './comments'

const URL = 'https://news.example/boat/'
const comment = (id: number, over: Partial<CommentView> = {}): CommentView => ({
  ...{ id, parentId: null, kind: 'COMMENT', authorName: 'Wren', authorUrl: 'https://spam.example/' },
  ...{ text: 'I was there.', avatar: 0, createdAt: new Date('2026-11-22T08:00:00Z'), held: false },
  ...over,
})

test('a comment is said with its words, its writer and its time, and has an address', () => {
  expect(commentThings(URL, [comment(7)])).toEqual([
    {
      '@type': 'Comment',
      '@id': `${URL}#comment-7`,
      text: 'I was there.',
      author: { '@type': 'Person', name: 'Wren' },
      dateCreated: '2026-11-22T08:00:00.000Z',
    },
  ])
})

test('what its writer alone sees, and a mention elsewhere, is not said', () => {
  const comments = [comment(1, { held: true }), comment(2, { kind: 'PINGBACK' }), comment(3, { kind: 'TRACKBACK' })]
  expect(commentThings(URL, comments)).toEqual([])
})

test('of a long discussion the first few stand for it, and of a long comment its first words', () => {
  const many = Array.from({ length: 100 }, (_, i) => comment(i + 1, { text: 'so many words '.repeat(500) }))
  const things = commentThings(URL, many)
  expect(things).toHaveLength(8)
  expect(JSON.stringify(things).length).toBeLessThan(4_000)
  expect(things[0]?.text).toMatch(/^so many words .* (so|many|words)…$/)
})

test('a letter of two halves is not cut in two', () => {
  const [thing] = commentThings(URL, [comment(1, { text: '⛵'.repeat(50) + '😀'.repeat(400) })])
  expect(String(thing?.text).isWellFormed()).toBe(true)
})
