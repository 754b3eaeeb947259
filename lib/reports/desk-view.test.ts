import { expect, test } from 'vitest'
import { readReportView, reportDeskPath } from './desk-view'

test('a list’s address is read as it was written', () => {
  const view = { view: 'dismissed' as const, id: 7, page: 3 }
  const query = Object.fromEntries(new URLSearchParams(reportDeskPath(view).split('?')[1]))
  expect(readReportView(query)).toEqual(view)
  expect(reportDeskPath({ view: 'open', page: 1 })).toBe('/admin/reports/')
})

test('nonsense is the list as it begins', () => {
  const beginning = { view: 'open', id: null, page: 1 }
  expect(readReportView({ view: 'held', id: '0', page: '-1' })).toEqual(beginning)
  expect(readReportView({ view: ['answered', 'x'] })).toMatchObject({ view: 'answered' })
})
