import { expect, test } from 'vitest'
import { type AddressFacts, pathFor, typedPath } from './address'

const facts = (over: Partial<AddressFacts> = {}): AddressFacts => ({
  kind: 'ARTICLE',
  path: '/draft-1/',
  slug: 'draft-1',
  hasBeenPublic: false,
  parentPath: null,
  ...over,
})

test('a draft follows the site’s pattern', () => {
  expect(pathFor(facts(), 'boat', '/%slug%/', 20261123)).toBe('/boat/')
  expect(pathFor(facts(), 'boat', '/%year%/%month%/%day%/%slug%/', 20261123)).toBe('/2026/11/23/boat/')
})

test('what has been public keeps its path while its slug is the same, whatever the pattern is now', () => {
  const old = facts({ hasBeenPublic: true, slug: 'boat', path: '/news/the-boat.html' })
  expect(pathFor(old, 'boat', '/%slug%/', 20261123)).toBe('/news/the-boat.html')
})

test('another slug changes the last part of a public path and leaves its slash as it was', () => {
  const old = facts({ hasBeenPublic: true, slug: 'boat', path: '/2019/05/boat/' })
  expect(pathFor(old, 'ferry', '/%slug%/', 20261123)).toBe('/2019/05/ferry/')
  expect(pathFor({ ...old, path: '/2019/05/boat' }, 'ferry', '/%slug%/', 20261123)).toBe('/2019/05/ferry')
})

test('a page lives below its parent', () => {
  const page = facts({ kind: 'PAGE', parentPath: '/about/' })
  expect(pathFor(page, 'people', '/%year%/%month%/%day%/%slug%/', 20261123)).toBe('/about/people/')
  expect(pathFor({ ...page, parentPath: null }, 'people', '/%slug%/', 20261123)).toBe('/people/')
})

test.each([
  ['/2019/05/boat/', '/2019/05/boat/'],
  ['boat', '/boat/'],
  ['  /boat ', '/boat/'],
  ['//news//boat', '/news/boat/'],
  ['/2019/05/boat.html', '/2019/05/boat.html'],
  ['/%D8%B9%D8%A8%D8%A7%D8%B1%D8%A9/', '/عبارة/'],
])('“%s” is typed for %s', (text, path) => {
  expect(typedPath(text)).toBe(path)
})

test.each([
  '',
  '/',
  'https://elsewhere.example/boat/',
  '/two words/',
  '/a/../b/',
  '/a?b',
  '/a#b',
  `/${'x'.repeat(300)}/`,
])('“%s” is no address of this site', (text) => {
  expect(typedPath(text)).toBeNull()
})
