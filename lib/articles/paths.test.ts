import { expect, test } from 'vitest'
import {
  articlePagePath,
  articlePath,
  categoryPath,
  datePath,
  decodePath,
  encodePath,
  foldPath,
  isReservedPath,
  searchPath,
} from './paths'

test('a new path follows the pattern', () => {
  expect(articlePath('/%slug%/', 'the-last-boat', 20261122)).toBe('/the-last-boat/')
  expect(articlePath('/%year%/%month%/%day%/%slug%/', 'قارب', 20260102)).toBe('/2026/01/02/قارب/')
})

test('both cases of an escape are one path', () => {
  expect(decodePath('/%D9%82%D8%A7/')).toBe('/قا/')
  expect(decodePath('/%d9%82%d8%a7/')).toBe('/قا/')
})

test('what is no UTF-8, or would become a slash, stays as it came and is not escaped twice', () => {
  expect(decodePath('/%ff/a%2Fb/')).toBe('/%ff/a%2Fb/')
  expect(encodePath('/%ff/a%2Fb/')).toBe('/%ff/a%2Fb/')
  expect(decodePath('/%2541/')).toBe('/%2541/')
})

test('a path in a link is ASCII', () => {
  expect(encodePath('/2026/قا/')).toBe('/2026/%D9%82%D8%A7/')
  expect(encodePath('/100% true/')).toBe('/100%25%20true/')
})

test.each([
  ['/The-Last-Boat/', '/the-last-boat'],
  ['/the-last-boat', '/the-last-boat'],
  ['//the--last-boat//', '/the--last-boat'],
  ['/cafe\u0301/', '/caf\u00e9'],
  ['/the-last-boat/\u00a0', '/the-last-boat'],
  ['/the-last-boat\u00a0/', '/the-last-boat'],
  ['/', '/'],
])('%s is looked up as %s', (path, folded) => {
  expect(foldPath(path)).toBe(folded)
})

test('addresses of the site itself cannot be an article’s', () => {
  expect(['/all/', '/Category/x/', '/2026/', '/2026/11/22/', '/', '/admin'].filter(isReservedPath)).toHaveLength(6)
  expect(['/all-news/', '/2026/11/22/slug/', '/about/all/', '/1984-revisited/'].filter(isReservedPath)).toEqual([])
})

test('an article whose slug is a number keeps its address', () => {
  expect(['/2026/11/22/121/', '/2026/11/22/7/', '/121/'].filter(isReservedPath)).toEqual([])
})

test('addresses of archives, their pages, and of search', () => {
  expect(categoryPath('harbour/ferries', 3)).toBe('/category/harbour/ferries/page/3/')
  expect(datePath('20261122')).toBe('/2026/11/22/')
  expect(datePath('202611', 2)).toBe('/2026/11/page/2/')
  expect(searchPath('night ferry & co', 2)).toBe('/search/page/2/?q=night%20ferry%20%26%20co')
  expect(articlePagePath('/the-last-boat/', 2)).toBe('/the-last-boat/2/')
  expect(articlePagePath('/no-slash', 2)).toBe('/no-slash/2/')
})
