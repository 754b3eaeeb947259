import { expect, test } from 'vitest'
import { joins, type Kept } from './revision'

const kept = (over: Partial<Kept> = {}): Kept => ({
  why: 'save',
  actorId: 'ines',
  createdAt: new Date('2026-11-23T12:00:00Z'),
  ...over,
})
const after = (minutes: number) => new Date(kept().createdAt.getTime() + minutes * 60_000)

test('what one person types within ten minutes is one revision', () => {
  expect(joins(kept(), kept({ createdAt: after(9.9) }))).toBe(true)
  expect(joins(kept(), kept({ createdAt: after(10) }))).toBe(false)
})

test('another person’s save is another revision', () => {
  expect(joins(kept(), kept({ actorId: 'oda' }))).toBe(false)
})

test('what was kept for a reason is never written over', () => {
  expect(joins(kept({ why: 'publish' }), kept({ why: 'save' }))).toBe(false)
  expect(joins(kept({ why: 'save' }), kept({ why: 'publish' }))).toBe(false)
  expect(joins(kept({ why: 'found', actorId: null }), kept({ why: 'save' }))).toBe(false)
})

test('a working copy’s text is not joined to the article’s', () => {
  expect(joins(kept({ why: 'save' }), kept({ why: 'change' }))).toBe(false)
})

test('the first words go into the revision that a new draft began with', () => {
  expect(joins(kept({ why: 'create' }), kept())).toBe(true)
})

test('a clock that was set back makes a revision of its own', () => {
  expect(joins(kept(), kept({ createdAt: after(-5) }))).toBe(false)
})
