import { expect, test, vi } from 'vitest'
import { testDatabase } from '@/lib/testing/test-database'
import { beforeCommit, isTransaction } from './before-commit'

const site = testDatabase()

test('what is asked for is done last, and undone with all the rest', async () => {
  const order: string[] = []
  const set = (key: string) =>
    site.db.$transaction(async (tx) => {
      beforeCommit(tx, async () => {
        order.push('ending')
        await tx.setting.create({ data: { key: `${key} ending`, value: 0 } })
      })
      order.push('work')
      await tx.setting.create({ data: { key, value: 0 } })
      if (key === 'undone') throw new Error('undone')
    })
  await set('done')
  await expect(set('undone')).rejects.toThrow('undone')
  expect(order).toEqual(['work', 'ending', 'work'])
  expect((await site.db.setting.findMany({ orderBy: { key: 'asc' } })).map(({ key }) => key)).toEqual([
    'done',
    'done ending',
  ])
})

test('a second copy of this module, as Next bundles it, knows the transactions of the first', async () => {
  vi.resetModules()
  const copy = await import('./before-commit')
  expect(copy.isTransaction).not.toBe(isTransaction)
  await site.db.$transaction(async (tx) => {
    expect([copy.isTransaction(tx), copy.isTransaction(site.db)]).toEqual([true, false])
  })
})

test('outside of a transaction there is no end to wait for', () => {
  expect(() => beforeCommit(site.db, async () => undefined)).toThrow('outside a transaction')
})
