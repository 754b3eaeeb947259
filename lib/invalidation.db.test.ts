import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openDatabase } from './db'
import { changed, FOLLOW_MS, followInvalidations, onInvalidation, transact } from './invalidation'
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
