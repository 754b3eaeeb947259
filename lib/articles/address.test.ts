import { expect, test } from 'vitest'
import { partCommentPage, partPageNumber } from './address'

test('a number behind an address is a page of what stands there', () => {
  expect(partPageNumber('/the-last-boat/2/')).toEqual({ base: '/the-last-boat/', page: 2 })
  expect(partPageNumber('/2026/11/22/the-last-boat/3')).toEqual({ base: '/2026/11/22/the-last-boat/', page: 3 })
  expect(partPageNumber('/the-last-boat/')).toBeNull()
  expect(partPageNumber('/2/')).toBeNull()
})

test('a page of comments leads to the article', () => {
  expect(partCommentPage('/the-last-boat/comment-page-3/')).toEqual({ base: '/the-last-boat/', page: 3 })
  expect(partCommentPage('/the-last-boat/comment-page-3')?.page).toBe(3)
  expect(partCommentPage('/the-last-boat/')).toBeNull()
})
