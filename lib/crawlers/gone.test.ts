import { expect, test } from 'vitest'
import { isGone } from './gone'

test.each([
  '/xmlrpc.php',
  '/wp-login.php',
  '/blog/wp-login.php',
  '/wp-admin/',
  '/wp-admin/admin-ajax.php',
  '/WP-Admin',
])('%s is gone for good', (path) => {
  expect(isGone(path)).toBe(true)
})

test.each([
  '/',
  '/wp-administration/',
  '/wp-content/uploads/a.jpg',
  '/about-xmlrpc.php-and-others/',
  '/a/b/xmlrpc.php',
])('%s may be a page', (path) => {
  expect(isGone(path)).toBe(false)
})
