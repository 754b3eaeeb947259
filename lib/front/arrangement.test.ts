import { expect, test } from 'vitest'
import { type Arrangement, AUTOMATIC, type Change, changedBy, isStanding, MOST_PINS } from './arrangement'

const pin = (articleId: number, until: string | null = null) => ({ articleId, until })
const arranged: Arrangement = {
  lead: pin(1),
  pins: [pin(2), pin(3), pin(4)],
  sections: [
    { categoryId: 10, count: 4 },
    { categoryId: null, count: 5 },
  ],
}
const after = (change: Change, was = arranged) => changedBy(was, change)
const ids = (all: { articleId: number }[] = []) => all.map(({ articleId }) => articleId)

test('what becomes the lead is pinned no more, and what is pinned leads no more', () => {
  const led = after({ do: 'lead', placed: pin(3) })
  expect([led?.lead?.articleId, ids(led?.pins)]).toEqual([3, [2, 4]])
  const pinned = after({ do: 'pin', placed: pin(1) })
  expect([pinned?.lead, ids(pinned?.pins)]).toEqual([null, [2, 3, 4, 1]])
})

test('pinned again it stays where it is, with its new time', () => {
  const again = after({ do: 'pin', placed: pin(3, '2026-11-24T00:00:00.000Z') })
  expect(again?.pins).toEqual([pin(2), pin(3, '2026-11-24T00:00:00.000Z'), pin(4)])
})

test('more pins than there is room for are refused', () => {
  const full = { ...AUTOMATIC, pins: Array.from({ length: MOST_PINS }, (_, i) => pin(i + 1)) }
  expect(after({ do: 'pin', placed: pin(99) }, full)).toBeNull()
  expect(after({ do: 'pin', placed: pin(1) }, full)).not.toBeNull()
})

test.each([
  [0, 2, [3, 4, 2]],
  [2, 0, [4, 2, 3]],
  [1, 2, [2, 4, 3]],
])('from place %i to place %i', (from, to, order) => {
  expect(ids(after({ do: 'move', list: 'pins', from, to })?.pins)).toEqual(order)
})

test.each([
  [0, 0],
  [0, -1],
  [0, 3],
  [7, 0],
])('from place %i to place %i leads nowhere', (from, to) => {
  expect(after({ do: 'move', list: 'pins', from, to })).toBeNull()
})

test('a section that is there gets another length, and goes by its category', () => {
  expect(after({ do: 'section', section: { categoryId: null, count: 2 } })?.sections[1]?.count).toBe(2)
  expect(after({ do: 'noSection', categoryId: null })?.sections).toEqual([{ categoryId: 10, count: 4 }])
  expect(after({ do: 'noSections' })?.sections).toEqual([])
})

test('it stands until its time, and from that very moment on no more', () => {
  const until = '2026-11-23T12:00:00.000Z'
  expect(isStanding(pin(1, until), new Date('2026-11-23T11:59:59.999Z'))).toBe(true)
  expect(isStanding(pin(1, until), new Date(until))).toBe(false)
  expect(isStanding(pin(1), new Date('2099-01-01'))).toBe(true)
})
