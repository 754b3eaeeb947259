import { expect, test } from 'vitest'
import { Encoded } from './encoded'
import { type Page, PageCache } from './page-cache'

const page = (text: string, ...tags: string[]): Page => ({
  status: 200,
  headers: {},
  body: new Encoded(Buffer.from(text)),
  tags: new Set(tags),
})
const LATER = 1_000_000

test('a page is fresh until its moment has come', () => {
  const cache = new PageCache(1e6)
  cache.keep('/a/', page('a'), 100)
  expect(cache.fresh('/a/', 99)?.status).toBe(200)
  expect(cache.fresh('/a/', 100)).toBeUndefined()
})

test('a change touches what shows it and nothing else, and leaves the last good page', () => {
  const cache = new PageCache(1e6)
  const [one, two] = [page('one', 'site', 'article:1'), page('two', 'site', 'article:2')]
  cache.keep('/1/', one, LATER)
  cache.keep('/2/', two, LATER)
  cache.change(new Set(['article:1', 'article:9']))
  expect(cache.fresh('/1/', 0)).toBeUndefined()
  expect(cache.last('/1/')).toBe(one)
  expect(cache.fresh('/2/', 0)).toBe(two)
})

test('the limit holds, and what was read longest ago goes first', () => {
  const cache = new PageCache(10_000)
  for (const key of ['/1/', '/2/', '/3/']) cache.keep(key, page('x'.repeat(2_000)), LATER)
  cache.fresh('/1/', 0)
  cache.keep('/4/', page('x'.repeat(2_000)), LATER)
  expect(cache.last('/2/')).toBeUndefined()
  expect(cache.last('/1/')).toBeDefined()
  for (let i = 0; i < 1_000; i++) cache.keep(`/n/${i}/`, page('x'.repeat(i)), LATER)
  expect(cache.bytes).toBeLessThanOrEqual(10_000)
  expect(cache.size).toBeLessThan(10)
})

test('bytes are given back, so that nothing is left of what was kept', () => {
  const cache = new PageCache(1e6)
  cache.keep('/1/', page('x'.repeat(500), 'site'), LATER)
  cache.keep('/1/', page('y', 'site'), LATER)
  cache.remove('/1/')
  cache.remove('/1/')
  expect(cache.bytes).toBe(0)
})

test('a page is weighed again when it is asked for in another coding', async () => {
  const cache = new PageCache(1e6)
  cache.keep('/1/', page('x'.repeat(50_000)), LATER)
  const before = cache.bytes
  await cache.last('/1/')?.body.in('gzip')
  cache.weigh('/1/')
  expect(cache.bytes).toBeLessThan(before - 40_000)
})

test('only pages that were read again are packed at their best', async () => {
  const cache = new PageCache(1e6)
  cache.keep('/1/', page('x'.repeat(5_000)), LATER)
  cache.fresh('/1/', 0)
  expect(cache.worthImproving()).toBeUndefined()
  cache.fresh('/1/', 0)
  expect(cache.worthImproving()).toBe('/1/')
  await cache.last('/1/')?.body.improve()
  expect(cache.worthImproving()).toBeUndefined()
})

test('a page as large as the whole cache is not kept', () => {
  const cache = new PageCache(10_000)
  cache.keep('/1/', page('x'.repeat(20_000)), LATER)
  expect(cache.size).toBe(0)
  expect(cache.bytes).toBe(0)
})
