import { expect, test } from 'vitest'
import { ARTICLE_VIEWS, articleListPath, quickPath, readArticleList, readQuick, STATUS_OF } from './list-view'

const whole = { view: 'all', words: '', page: 1, status: null, authorId: null, categoryId: null, language: null }

test.each([
  [{}, {}],
  [
    { view: 'trash', words: ' ferry ', page: '7' },
    { view: 'trash', words: 'ferry', page: 7 },
  ],
  [{ view: 'secret', page: '-1' }, {}],
  [
    { view: ['drafts', 'trash'], page: '99999' },
    { view: 'drafts', page: 10_000 },
  ],
  [{ words: `\0${'x'.repeat(300)}` }, { words: 'x'.repeat(200) }],
  [
    { status: 'DRAFT', author: '7', category: '12', language: 'AR' },
    { status: 'DRAFT', authorId: 7, categoryId: 12, language: 'ar' },
  ],
  [{ status: 'LOST', author: 'me', category: '-1', language: '"' }, {}],
  [{ view: 'drafts', status: 'PUBLISHED' }, { view: 'drafts' }],
])('the address %j is a list', (query, list) => {
  expect(readArticleList(query)).toEqual({ ...whole, ...list })
})

test.each(ARTICLE_VIEWS)('the list “%s” is read back from its address', (view) => {
  const status = STATUS_OF[view] ? null : ('PUBLISHED' as const)
  const list = { view, words: 'a & b', page: 3, status, authorId: 1, categoryId: 2, language: 'fa' }
  expect(readArticleList(Object.fromEntries(new URL(articleListPath(list), 'http://x').searchParams))).toEqual(list)
})

test('the article that is changed in the list is read back from its address', () => {
  expect([quickPath({}, 7), quickPath({ view: 'review' }, 7)]).toEqual([
    '/admin/articles/?quick=7',
    '/admin/articles/?view=review&quick=7',
  ])
  expect([readQuick({ quick: '7' }), readQuick({ quick: '0' }), readQuick({ quick: ['7'] }), readQuick({})]).toEqual([
    7,
    null,
    null,
    null,
  ])
})
