import { expect, test } from 'vitest'
import { keptMeta, metaValue } from './kept-meta'

const meta = (...all: [string, string][]) => all.map(([key, value]) => ({ key, value }))

test('what plugins wrote is kept, several values of a key in their order', () => {
  const all = meta(['_yoast_wpseo_title', 'Tide'], ['views', '3'], ['views', '5'], ['empty', ''])
  expect(keptMeta(all)).toEqual({
    meta: { _yoast_wpseo_title: 'Tide', views: ['3', '5'], empty: '' },
    dropped: [],
  })
})

test.each([
  '_edit_lock',
  '_edit_last',
  '_oembed_time_8a3f',
  '_wp_old_slug',
  '_wp_old_date',
  '_thumbnail_id',
  '_pingme',
  '_encloseme',
  '_transient_x',
  '',
])('%s is worth nothing here', (key) => {
  expect(keptMeta(meta([key, 'x'])).meta).toEqual({})
})

test.each(['edit_lock', '_thumbnail_id_2', '_pingmenot', '_wp_page_template'])('%s is kept', (key) => {
  expect(keptMeta(meta([key, 'x'])).meta).toEqual({ [key]: 'x' })
})

test('what is too large is dropped by name, smaller values behind it are kept', () => {
  const { meta: kept, dropped } = keptMeta(meta(['a', '1'], ['builder', 'م'.repeat(33_000)], ['z', '2']))
  expect(kept).toEqual({ a: '1', z: '2' })
  expect(dropped).toEqual(['builder'])
})

test('the sum is what is limited', () => {
  const { meta: kept, dropped } = keptMeta(meta(['a', 'x'.repeat(40_000)], ['b', 'x'.repeat(40_000)]))
  expect([Object.keys(kept), dropped]).toEqual([['a'], ['b']])
})

test('a key that means something to JavaScript is a key', () => {
  const { meta: kept } = keptMeta(meta(['__proto__', 'x'], ['constructor', 'y']))
  expect(JSON.stringify(kept)).toBe('{"__proto__":"x","constructor":"y"}')
})

test('characters that no database holds are left out', () => {
  expect(keptMeta(meta(['a\0b', 'x\0\u0007y'])).meta).toEqual({ ab: 'xy' })
})

test('of several values the first that says something counts', () => {
  const all = meta(['alt', ' '], ['alt', ' Heron '], ['alt', 'Gull'])
  expect(metaValue(all, 'alt')).toBe('Heron')
  expect(metaValue(all, 'caption')).toBe('')
})
