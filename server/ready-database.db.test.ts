import { expect, inject, test, vi } from 'vitest'
import { verifyAuditLog } from '@/lib/audit/queries'
import { copyOf } from '@/lib/testing/database'
import { readyDatabase } from './ready-database'

test('a start that finds every migration applied chains what one that was ended left', async () => {
  const { db, url, close } = await copyOf(inject('template'))
  const said = vi.spyOn(console, 'log').mockReturnValue()
  await db.auditEvent.create({
    data: { at: new Date(0), actorName: 'Ines', act: 'sign-in', result: 'DONE', details: {} },
  })
  for (let start = 1; start <= 2; start++) await readyDatabase({ databaseUrl: url, demo: true })
  expect(await verifyAuditLog(db)).toMatchObject({ count: 0, events: 2, begun: { id: 2 } })
  expect(said.mock.calls).toEqual([['The audit log was chained; events from before: 1.']])
  said.mockRestore()
  await close()
})
