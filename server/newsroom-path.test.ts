import { expect, test } from 'vitest'
import { formLimitBytes, isNewsroomUrl } from './newsroom-path'

test.each(['/admin', '/admin/', '/admin/people/?x=1', '/login', '/login/?next=%2Fadmin%2F', '/login/link/?token=x'])(
  '%s is the newsroom',
  (url) => {
    expect(isNewsroomUrl(url)).toBe(true)
  },
)

test.each([
  '/',
  '/administration/',
  '/admins',
  '/login-to-nowhere/',
  '/a/admin/',
  '/%61dmin/',
  '/Admin/',
  '/admin/../about/',
])('%s is not, or not as it is written', (url) => {
  expect(isNewsroomUrl(url)).toBe(false)
})

test('an article may be longer than a comment, and longer than a password', () => {
  expect(formLimitBytes('/admin/articles/1/')).toBe(2_097_152)
  expect(formLimitBytes('/login/')).toBe(262_144)
  expect(formLimitBytes('/the-last-boat/')).toBe(262_144)
  expect(formLimitBytes('/administration/')).toBe(262_144)
})
