import { expect, test } from 'vitest'
import { ARTICLE_VIEWS, articleListPath, readArticleList } from './list-view'

test.each([
  [{}, { view: 'all', words: '', page: 1 }],
  [
    { view: 'trash', words: ' ferry ', page: '7' },
    { view: 'trash', words: 'ferry', page: 7 },
  ],
  [
    { view: 'secret', page: '-1' },
    { view: 'all', words: '', page: 1 },
  ],
  [
    { view: ['drafts', 'trash'], page: '99999' },
    { view: 'drafts', words: '', page: 10_000 },
  ],
  [{ words: `\0${'x'.repeat(300)}` }, { view: 'all', words: 'x'.repeat(200), page: 1 }],
])('the address %j is a list', (query, list) => {
  expect(readArticleList(query)).toEqual(list)
})

test.each(ARTICLE_VIEWS)('the list “%s” is read back from its address', (view) => {
  const list = { view, words: 'a & b', page: 3 }
  expect(readArticleList(Object.fromEntries(new URL(articleListPath(list), 'http://x').searchParams))).toEqual(list)
})
