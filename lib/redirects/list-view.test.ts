import { expect, test } from 'vitest'
import { readRedirectList, redirectListPath } from './list-view'

test('an address of the list is read as it was written', () => {
  const list = { words: '/old/ ä', sort: 'hits', afterId: 12 } as const
  const query = new URL(redirectListPath(list), 'http://site.example').searchParams
  expect(readRedirectList(Object.fromEntries(query))).toEqual(list)
  expect(redirectListPath(readRedirectList({}))).toBe('/admin/redirects/')
})

test('nonsense is the list as it begins', () => {
  expect(readRedirectList({ sort: 'id; drop', after: '1e3', q: ['a', 'b'] })).toEqual({
    words: '',
    sort: 'newest',
    afterId: null,
  })
})
