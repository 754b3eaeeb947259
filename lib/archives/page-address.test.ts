import { expect, test } from 'vitest'
import { partPagedAddress } from './page-address'

test('an address without a page is page 1', () => {
  expect(partPagedAddress(['harbour', 'ferries'])).toEqual({ base: ['harbour', 'ferries'], page: 1, canonical: true })
})

test('a page is parted from what it is a page of', () => {
  expect(partPagedAddress(['harbour', 'page', '3'])).toEqual({ base: ['harbour'], page: 3, canonical: true })
  expect(partPagedAddress(['page', '3'])).toEqual({ base: [], page: 3, canonical: true })
})

test('page 1 and padded numbers are other spellings', () => {
  expect(partPagedAddress(['harbour', 'page', '1'])).toMatchObject({ page: 1, canonical: false })
  expect(partPagedAddress(['harbour', 'page', '03'])).toMatchObject({ page: 3, canonical: false })
})

test('what is no number is no page', () => {
  expect(partPagedAddress(['harbour', 'page', 'x'])).toBeUndefined()
  expect(partPagedAddress(['harbour', 'page', '0'])).toBeUndefined()
})
