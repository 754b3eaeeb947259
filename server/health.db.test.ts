import { expect, test } from 'vitest'
import { openDatabase } from '@/lib/db'
import { serving } from '@/lib/testing/ask'
import { testDatabase } from '@/lib/testing/test-database'
import { answerHealth } from './health'

/** Where nobody answers. */
const AWAY = { postgresql: 'postgresql://nobody@127.0.0.1:9/none', sqlite: 'file:/nowhere/at/all.db' }

const site = testDatabase()
const askHere = serving((req, res) => void answerHealth({ db: site.db, isEnding: false }, req.url ?? '', res))
const askEnding = serving((req, res) => void answerHealth({ db: site.db, isEnding: true }, req.url ?? '', res))
const askAway = serving(async (req, res) => {
  const db = await openDatabase(AWAY[site.provider])
  await answerHealth({ db, isEnding: false }, req.url ?? '', res)
  await db.$disconnect()
})

test('a site whose database answers lives and is ready', async () => {
  for (const path of ['/healthz', '/readyz']) {
    const { status, headers, body } = await askHere(path)
    expect([path, status, body.toString()]).toEqual([path, 200, 'ok\n'])
    expect(headers['cache-control']).toBe('no-store')
  }
})

test('without its database it lives, and is not ready', async () => {
  expect((await askAway('/healthz')).status).toBe(200)
  const { status, body } = await askAway('/readyz')
  expect([status, body.toString()]).toEqual([503, 'the database does not answer\n'])
})

test('a process that is told to end lives, and wants no more readers', async () => {
  expect((await askEnding('/healthz')).status).toBe(200)
  const { status, body } = await askEnding('/readyz')
  expect([status, body.toString()]).toEqual([503, 'this process is ending\n'])
})
