import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { listenForChanges } from './database/postgresql-notices'
import type { Provider } from './database/provider'
import { type Database, openDatabase } from './db'
import {
  changed,
  FOLLOW_MS,
  followInvalidations,
  forgetOldInvalidations,
  onInvalidation,
  transact,
} from './invalidation'
import { testDatabase } from './testing/test-database'

const site = testDatabase()
const heard: string[] = []
onInvalidation((tags) => heard.push(...tags))

test('this process hears of its own change as soon as it is committed, and not before', async () => {
  let during = 0
  await transact(site.db, async (tx) => {
    changed(tx, 'own')
    during = heard.filter((tag) => tag === 'own').length
  })
  expect(during).toBe(0)
  expect(heard).toContain('own')
})

test('a change that is rolled back is told to nobody', async () => {
  const failing = transact(site.db, async (tx) => {
    changed(tx, 'undone')
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(heard).not.toContain('undone')
  expect(await site.db.invalidation.count({ where: { tag: 'undone' } })).toBe(0)
})

test('what another process commits is heard within two rounds', async () => {
  await followInvalidations(site.db)
  const other = await openDatabase(site.url)
  await other.$transaction(async (tx) => {
    await tx.invalidation.create({ data: { tag: 'foreign' } })
  })
  await other.$disconnect()
  await expect.poll(() => heard, { timeout: 2_000, interval: 20 }).toContain('foreign')
})

test('a row is heard once', async () => {
  await sleep(3 * FOLLOW_MS)
  expect(heard.filter((tag) => tag === 'foreign')).toHaveLength(1)
})

const WRITERS = 2
/** SQLite gives numbers in the order of commits; there is less to try. */
const transactionsOf = (provider: Provider) => (provider === 'postgresql' ? 1_000 : 100)

test('nothing is missed of two writers whose transactions overlap, in whatever order they commit', {
  timeout: 60_000,
}, async () => {
  await followInvalidations(site.db)
  const writers = await Promise.all(Array.from({ length: WRITERS }, () => openDatabase(site.url)))
  const write = async (db: Database, writer: number) => {
    for (let i = 0; i < transactionsOf(site.provider); i++) {
      await db.$transaction(async (tx) => {
        await tx.invalidation.create({ data: { tag: `overlapping ${writer} ${i}` } })
        // The number is given here; now and then the other commits a higher one first.
        if (site.provider === 'postgresql' && i % 10 === writer) await sleep(Math.random() * 20)
      })
    }
  }
  await Promise.all(writers.map(write))
  await Promise.all(writers.map((db) => db.$disconnect()))
  const count = () => new Set(heard.filter((tag) => tag.startsWith('overlapping '))).size
  await expect.poll(count, { timeout: 5_000, interval: 50 }).toBe(WRITERS * transactionsOf(site.provider))
})

test('old rows are forgotten, new ones stay', async () => {
  const now = new Date()
  const old = { tag: 'old', createdAt: new Date(now.getTime() - 2 * 3_600_000) }
  await site.db.invalidation.createMany({ data: [old, { tag: 'new', createdAt: now }] })
  await forgetOldInvalidations(site.db, now)
  const left = await site.db.invalidation.findMany({ where: { tag: { in: ['old', 'new'] } }, select: { tag: true } })
  expect(left).toEqual([{ tag: 'new' }])
})

test('PostgreSQL says at once that something was committed', async () => {
  if (site.provider !== 'postgresql') return
  let notices = 0
  const stop = listenForChanges(site.url, () => notices++)
  await expect.poll(() => notices, { timeout: 5_000 }).toBe(1)
  await transact(site.db, async (tx) => changed(tx, 'noticed'))
  await expect.poll(() => notices, { timeout: 5_000, interval: 5 }).toBe(2)
  stop()
})
