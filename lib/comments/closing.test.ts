import { expect, test } from 'vitest'
import { closesAt, isOpen } from './closing'

const publishedAt = new Date('2026-11-01T12:00:00Z')
const article = { commentsOpen: true, publishedAt }
const fortnight = { closeAfterDays: 14 }

test('a discussion closes to the millisecond', () => {
  expect(isOpen(article, fortnight, new Date('2026-11-15T11:59:59.999Z'))).toBe(true)
  expect(isOpen(article, fortnight, new Date('2026-11-15T12:00:00Z'))).toBe(false)
})

test('without a number of days it stays open for ever, and what is closed by hand is closed', () => {
  expect(isOpen(article, { closeAfterDays: 0 }, new Date('2036-11-15T12:00:00Z'))).toBe(true)
  expect(closesAt(publishedAt, { closeAfterDays: 0 })).toBeNull()
  expect(isOpen({ ...article, commentsOpen: false }, fortnight, publishedAt)).toBe(false)
})
