import { expect, test } from 'vitest'
import { testDatabase } from '@/lib/testing/test-database'
import { Pace } from './pace'

const site = testDatabase()
const idle = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

test('a batch that took long makes the next smaller, down to a few', async () => {
  const pace = new Pace(site.db)
  for (let i = 0; i < 30; i++) await pace.batch(pace.units, () => Promise.resolve())
  const before = pace.units
  await pace.batch(before, () => idle(170))
  expect(pace.units).toBeLessThan(before)
  for (let i = 0; i < 12; i++) await pace.batch(pace.units, () => idle(160))
  expect(pace.units).toBe(new Pace(site.db).units)
  expect(pace.slowestMs).toBeGreaterThanOrEqual(160)
})

test('short ones make it larger, but only where they were as large as they may be', async () => {
  const pace = new Pace(site.db)
  const few = pace.units
  await pace.batch(0.5 * few, () => Promise.resolve())
  expect(pace.units).toBe(few)
  for (let i = 0; i < 100; i++) await pace.batch(pace.units, () => Promise.resolve())
  expect(pace.units).toBeGreaterThan(3 * few)
  expect(pace.units).toBeLessThanOrEqual(60)
  expect(pace.transactions).toBe(101)
})

test('a number that somebody else took in the meantime is asked for again; any other fault is not', async () => {
  const pace = new Pace(site.db)
  const tag = { slug: 'pace', name: 'Pace' }
  await site.db.tag.create({ data: tag })
  let attempts = 0
  const slug = await pace.transact(async (tx) => {
    attempts++
    return (await tx.tag.create({ data: { ...tag, slug: attempts === 1 ? 'pace' : 'pace-2' } })).slug
  })
  expect([slug, attempts]).toEqual(['pace-2', 2])
  await expect(pace.transact((tx) => tx.tag.create({ data: tag }))).rejects.toThrow()
  let broken = 0
  await expect(
    pace.transact(() => {
      broken++
      throw new Error('a fault')
    }),
  ).rejects.toThrow('a fault')
  expect(broken).toBe(1)
})
