import { expect, test } from 'vitest'
import { type AddressFacts, pathFor } from './address'

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
