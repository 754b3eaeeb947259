import { expect, test } from 'vitest'
import { isPreviewPath, previewHeaders } from './preview'

const READERS = ['/admin/articles/12/preview/reader/', '/admin/front/preview/reader/']

test.each(['/preview/7.m0.abc/', '/preview/7.m0.abc', ...READERS])('%s is one', (path) => {
  expect(isPreviewPath(path)).toBe(true)
})

test.each([
  '/',
  '/preview/',
  '/preview/a/b/',
  '/previews/a/',
  '/admin/articles/12/preview/',
  '/admin/front/preview/',
  '/admin/articles/12/',
])('%s is none', (path) => {
  expect(isPreviewPath(path)).toBe(false)
})

test('nobody keeps it, finds it or frames it but the newsroom', () => {
  const shared = previewHeaders('/preview/7.m0.abc/')
  expect(shared).toMatchObject({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' })
  expect(shared['x-robots-tag']).toContain('noindex')
  expect(shared['content-security-policy']).toContain("frame-ancestors 'none'")
  for (const path of READERS) {
    const framed = previewHeaders(path)['content-security-policy']
    expect(framed).toContain("frame-ancestors 'self'")
    expect(framed).toContain("form-action 'none'")
  }
})
