import { expect, test } from 'vitest'
import { dayText, type LibraryList, libraryPath, readLibraryList, rightsOf } from './library-list'

test('a list says itself in its address, and is read from there', () => {
  const list: LibraryList = {
    ...{ view: 'ends' as const, shape: 'list' as const, words: 'north quay', page: 3, licence: 'none' as const },
    ...{ uploaderId: 'a-b_1', month: 202611 },
  }
  const path = libraryPath(list)
  expect(path).toBe('/admin/media/?view=ends&shape=list&words=north+quay&licence=none&by=a-b_1&month=2026-11&page=3')
  expect(readLibraryList(Object.fromEntries(new URL(path, 'http://x').searchParams))).toEqual(list)
})

test('nonsense is the library as it begins', () => {
  const nonsense = { view: 'x', shape: 'y', page: '-1', licence: 'mine', by: "'; --", month: '2026-13' }
  expect(libraryPath(readLibraryList(nonsense))).toBe('/admin/media/')
})

test('rights are open, end within the days of warning, or have ended the day after their last', () => {
  const at = (day: number | null) => rightsOf(day, 20261123, 20261223)
  expect([null, 20261224, 20261223, 20261123, 20261122].map(at)).toEqual([
    'open',
    'open',
    'endSoon',
    'endSoon',
    'ended',
  ])
  expect([dayText(20261231), dayText(null)]).toEqual(['2026-12-31', ''])
})
