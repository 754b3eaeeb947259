import { expect, test } from 'vitest'
import type { ROLES } from '@/lib/auth/permissions'
import { actor } from '@/lib/testing/newsroom'
import { findItems } from './find-items'

const pagesOf = (role: (typeof ROLES)[number]) =>
  findItems(actor('Nan', role), 'en').flatMap((item) => (item.group === 'pages' ? [item.href] : []))

test('nobody is offered what their role may not open', () => {
  expect(pagesOf('CONTRIBUTOR')).not.toContain('/admin/comments/')
  expect(pagesOf('EDITOR')).toContain('/admin/comments/')
  expect(pagesOf('EDITOR')).not.toContain('/admin/people/')
  expect(pagesOf('ADMIN')).toEqual(expect.arrayContaining(['/admin/people/', '/admin/audit/']))
})

test.each(['en', 'ar', 'fa'])('everything has a name of its own in “%s”', (locale) => {
  const names = findItems(actor('Oda', 'ADMIN'), locale).map(({ says }) => says)
  expect(new Set(names).size).toBe(names.length)
})
