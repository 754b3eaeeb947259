import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { exitCode, startProcess } from '../testing/child'
import { testDatabase } from '../testing/test-database'
import { readOnly } from './sqlite-adapter'

const site = testDatabase()
const counter = async () => Number((await site.db.setting.findUniqueOrThrow({ where: { key: 'counter' } })).value)

test('three processes do 3,000 read-then-write transactions: no error, nothing lost', async () => {
  await site.db.setting.create({ data: { key: 'counter', value: 0 } })
  const processes = [1, 2, 3].map(() => startProcess('lib/testing/adding-process.ts', [site.url, '1000'], 240_000))
  expect(await Promise.all(processes.map(exitCode))).toEqual([0, 0, 0])
  expect(await counter()).toBe(3_000)
}, 250_000)

// A machine that is busy with other things is late by itself, and never early: one try of three has to do.
test('while another process holds the write lock for 3 s no timer of ours is 50 ms late, and the write succeeds', {
  retry: 2,
}, async () => {
  await site.db.setting.deleteMany({ where: { key: 'patient' } })
  await site.db.setting.create({ data: { key: 'patient', value: 0 } })
  const unlocked = measureLateness()
  await sleep(1_500)
  const usual = unlocked.stop()
  const holder = startProcess('lib/testing/locking-process.ts', [site.url.slice('file:'.length), '3000'])
  await once(holder.stdout ?? holder, 'data')
  const ended = exitCode(holder)
  const lateness = measureLateness()
  const began = performance.now()
  await site.db.setting.update({ where: { key: 'patient' }, data: { value: 1 } })
  expect(performance.now() - began).toBeGreaterThan(1_500)
  expect(lateness.stop()).toBeLessThan(Math.max(50, 4 * usual))
  expect((await site.db.setting.findUnique({ where: { key: 'patient' } }))?.value).toBe(1)
  expect(await ended).toBe(0)
})

test('readers are answered while a write of ours waits for the lock', async () => {
  await site.db.setting.create({ data: { key: 'waiting', value: 0 } })
  const holder = startProcess('lib/testing/locking-process.ts', [site.url.slice('file:'.length), '1000'])
  await once(holder.stdout ?? holder, 'data')
  const write = site.db.setting.update({ where: { key: 'waiting' }, data: { value: 1 } })
  const began = performance.now()
  await site.db.setting.findMany()
  expect(performance.now() - began).toBeLessThan(500)
  await write
})

test('a transaction that fails is rolled back and the next one begins', async () => {
  const failing = site.db.$transaction(async (tx) => {
    await tx.setting.create({ data: { key: 'undone', value: 1 } })
    throw new Error('change of mind')
  })
  await expect(failing).rejects.toThrow('change of mind')
  expect(await site.db.setting.findUnique({ where: { key: 'undone' } })).toBeNull()
})

test('nobody reads what a transaction of the same process has not committed', async () => {
  let seen: unknown
  await site.db.$transaction(async (tx) => {
    await tx.setting.create({ data: { key: 'half', value: 1 } })
    seen = site.db.setting.findUnique({ where: { key: 'half' } })
    await sleep(50)
    await tx.setting.delete({ where: { key: 'half' } })
  })
  expect(await seen).toBeNull()
})

test('a reading transaction takes no write lock and refuses to write', async () => {
  const writing = readOnly(() =>
    site.db.$transaction(async (tx) => {
      const counted = await tx.setting.count()
      const other = startProcess('lib/testing/adding-process.ts', [site.url, '1'])
      expect(await exitCode(other)).toBe(0)
      expect(await tx.setting.count()).toBe(counted)
      await tx.setting.create({ data: { key: 'refused', value: 1 } })
    }),
  )
  await expect(writing).rejects.toThrow(/readonly/)
  await site.db.setting.create({ data: { key: 'writable again', value: 1 } })
  expect(await site.db.setting.findUnique({ where: { key: 'refused' } })).toBeNull()
})

/** How late a 5 ms timer of this process has been at worst, in ms, until `stop`. */
function measureLateness() {
  let worst = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    worst = Math.max(worst, now - last - 5)
    last = now
  }, 5)
  return {
    stop() {
      clearInterval(timer)
      return worst
    },
  }
}
