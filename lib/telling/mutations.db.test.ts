import { expect, test } from 'vitest'
import { actor, ines } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { listTold } from './admin-queries'
import { tellingFormSchema } from './form'
import { saveTelling } from './mutations'
import { TELLING_KEY, tellingSchema } from './settings'

const site = testDatabase()
const boss = actor('Boss', 'ADMIN')
const now = new Date('2026-11-28T12:00:00Z')

const NOTHING = { indexNowService: 'https://api.indexnow.org/indexnow', hub: 'https://hub.example/' }
const form = (over: Record<string, string> = {}) => tellingFormSchema.parse({ ...NOTHING, ...over })
const settings = async () => {
  const row = await site.db.setting.findUnique({ where: { key: TELLING_KEY } })
  return tellingSchema.parse(row?.value ?? {})
}

test('whoever is no admin changes nothing', async () => {
  expect(await saveTelling(site.db, form({ indexNow: 'on' }), ines, now)).toEqual({ ok: false, reason: 'forbidden' })
  expect((await settings()).indexNow).toBe(false)
})

test('the key is made when it is first needed, and stays the same', async () => {
  await saveTelling(site.db, form({ webSub: 'on' }), boss, now)
  expect((await settings()).indexNowKey).toBeNull()
  await saveTelling(site.db, form({ indexNow: 'on' }), boss, now)
  const { indexNowKey } = await settings()
  expect(indexNowKey).toMatch(/^[0-9a-f]{32}$/)
  await saveTelling(site.db, form(), boss, now)
  await saveTelling(site.db, form({ indexNow: 'on' }), boss, now)
  expect(await settings()).toMatchObject({ indexNow: true, indexNowKey, webSub: false })
})

test('the audit log says what was changed, and no key', async () => {
  await saveTelling(site.db, form(), boss, now)
  await saveTelling(site.db, form({ indexNow: 'on', receivePingbacks: 'on' }), boss, now)
  const event = await site.db.auditEvent.findFirstOrThrow({ orderBy: { id: 'desc' } })
  expect(event).toMatchObject({ act: 'settings.telling', details: { indexNow: true, receivePingbacks: true } })
  expect(JSON.stringify(event.details)).not.toMatch(/[0-9a-f]{32}/)
})

test.each(['', 'hub.example', 'javascript:alert(1)', 'ftp://hub.example/', 'https://a:b@hub.example/'])(
  '“%s” is no address of a hub',
  (hub) => {
    expect(tellingFormSchema.safeParse({ ...NOTHING, hub }).success).toBe(false)
  },
)

test('what was told is shown with whom, how it went, and why not', async () => {
  const job = { runAt: now, createdAt: now, attempts: 1 }
  await site.db.job.createMany({
    data: [
      { ...job, kind: 'telling.indexNow', payload: { paths: ['/a/', '/b/'] }, finishedAt: now },
      { ...job, kind: 'telling.webmention', payload: { target: 'https://x.example/' }, lastError: 'x answered 503' },
      { ...job, kind: 'mention.hear', payload: { source: 'https://y.example/' }, failedAt: now, lastError: 'gone' },
      { ...job, kind: 'telling.webSub', payload: { tagIds: [] }, attempts: 0 },
      { ...job, kind: 'mail.reset', payload: { userId: 'secret' } },
    ],
  })
  const told = await listTold(site.db, boss)
  expect(told.map(({ about, state }) => [about, state])).toEqual([
    ['', 'waiting'],
    ['https://y.example/', 'failed'],
    ['https://x.example/', 'again'],
    ['/a/ /b/', 'done'],
  ])
  expect(await listTold(site.db, ines)).toEqual([])
})
