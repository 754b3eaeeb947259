import { expect, test } from 'vitest'
import { statusOf } from './status'

const now = new Date('2026-11-22T12:00:00Z')
const past = new Date('2026-11-22T11:59:59Z')
const future = new Date('2026-11-22T12:00:01Z')

test.each([
  ['publish', false, past, 'PUBLISHED', false],
  ['publish', false, null, 'PUBLISHED', false],
  ['pending', false, past, 'IN_REVIEW', false],
  ['future', false, future, 'SCHEDULED', false],
  ['future', false, past, 'DRAFT', true],
  ['future', false, now, 'DRAFT', true],
  ['future', false, null, 'DRAFT', true],
  ['draft', false, past, 'DRAFT', false],
  ['private', false, past, 'DRAFT', true],
  ['publish', true, past, 'DRAFT', true],
  ['pending', true, past, 'DRAFT', true],
  ['future', true, future, 'DRAFT', true],
  ['', false, past, 'DRAFT', true],
  ['Publish', false, past, 'DRAFT', true],
  ['wc-completed', false, past, 'DRAFT', true],
])('%s, with a password %s, of %s is %s here; a guess: %s', (status, locked, date, ours, guessed) => {
  const standing = statusOf({ status, locked, date }, now)
  expect(standing).toMatchObject({ status: ours, trashed: false })
  expect(standing?.why !== null).toBe(guessed)
})

test('what was thrown away is a draft in the trash, with a password too', () => {
  const trashed = { status: 'DRAFT', trashed: true, why: null }
  expect(statusOf({ status: 'trash', locked: false, date: past }, now)).toEqual(trashed)
  expect(statusOf({ status: 'trash', locked: true, date: past }, now)).toEqual(trashed)
})

test.each(['auto-draft', 'inherit'])('%s, which WordPress made by itself, is not imported', (status) => {
  expect(statusOf({ status, locked: false, date: past }, now)).toBeNull()
})

test('a status nobody knows is named in the reason', () => {
  expect(statusOf({ status: 'on-ice', locked: false, date: past }, now)?.why).toContain('“on-ice”')
})
