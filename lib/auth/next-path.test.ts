import { expect, test } from 'vitest'
import { loginPath, nextPath } from './next-path'

test('one comes back to where one was going, with its query', () => {
  expect(nextPath('/admin/people/?page=2')).toBe('/admin/people/?page=2')
  expect(nextPath('/admin')).toBe('/admin')
  expect(nextPath('/admin/people/?_rsc=1abc')).toBe('/admin/people/')
  expect(loginPath('/admin/people/?page=2')).toBe('/login/?next=%2Fadmin%2Fpeople%2F%3Fpage%3D2')
})

test.each([
  'https://evil.example/admin/',
  '//evil.example/admin/',
  '/\\evil.example',
  '/admin//evil.example',
  '/admin/../login/',
  '/administrator/',
  'javascript:alert(1)',
  '/admin/\nx',
  '',
  undefined,
  ['/admin/'],
])('%j leads to the desk', (wanted) => {
  expect(nextPath(wanted)).toBe('/admin/')
})
