import { expect, test } from 'vitest'
import { deskPath, readDeskView, signsOf } from './desk-view'

test.each([
  [{}, { view: 'held', id: null, find: '', articleId: null, page: 1 }],
  [
    { view: 'spam', id: '12', page: '3' },
    { view: 'spam', id: 12, find: '', articleId: null, page: 3 },
  ],
  [
    { view: 'everything', id: '-1', page: '0' },
    { view: 'held', id: null, find: '', articleId: null, page: 1 },
  ],
  [
    { view: ['trash', 'spam'], find: '  #7 ' },
    { view: 'trash', id: null, find: '#7', articleId: null, page: 1 },
  ],
  [
    { article: '99', page: '99999999' },
    { view: 'held', id: null, find: '', articleId: 99, page: 1000 },
  ],
])('the address %j is a view', (query, view) => {
  expect(readDeskView(query)).toEqual(view)
})

test('a view has one address, and the first list the shortest', () => {
  expect(deskPath({ view: 'held', page: 1 })).toBe('/admin/comments/')
  expect(deskPath({ view: 'spam', id: 4, find: 'a@b.example', page: 2 })).toBe(
    '/admin/comments/?view=spam&find=a%40b.example&page=2&id=4',
  )
  const view = { view: 'trash', id: 5, find: '#5', articleId: 6, page: 7 } as const
  expect(readDeskView(Object.fromEntries(new URL(deskPath(view), 'http://x').searchParams))).toEqual(view)
})

test('signs are what a rule would have seen', () => {
  expect(signsOf({ links: 0, approved: 3, spam: 0, holdLinks: 2 })).toEqual([])
  expect(signsOf({ links: 2, approved: 0, spam: 1, holdLinks: 2 })).toEqual([
    { kind: 'firstComment' },
    { kind: 'links', count: 2 },
    { kind: 'knownSpammer', count: 1 },
  ])
})
