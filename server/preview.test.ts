import { expect, test } from 'vitest'
import { isPreviewPath, previewHeaders } from './preview'

test.each(['/preview/7.m0.abc/', '/preview/7.m0.abc', '/admin/articles/12/preview/reader/'])('%s is one', (path) => {
  expect(isPreviewPath(path)).toBe(true)
})

test.each(['/', '/preview/', '/preview/a/b/', '/previews/a/', '/admin/articles/12/preview/', '/admin/articles/12/'])(
  '%s is none',
  (path) => {
    expect(isPreviewPath(path)).toBe(false)
  },
)

test('nobody keeps it, finds it or frames it but the newsroom', () => {
  const shared = previewHeaders('/preview/7.m0.abc/')
  expect(shared).toMatchObject({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' })
  expect(shared['x-robots-tag']).toContain('noindex')
  expect(shared['content-security-policy']).toContain("frame-ancestors 'none'")
  const framed = previewHeaders('/admin/articles/12/preview/reader/')['content-security-policy']
  expect(framed).toContain("frame-ancestors 'self'")
  expect(framed).toContain("form-action 'none'")
})
