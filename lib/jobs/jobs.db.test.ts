import { expect, test } from 'vitest'
import { z } from 'zod'
import { openDatabase, type Tx } from '@/lib/db'
import { transact } from '@/lib/invalidation'
import { runInPageContext } from '@/lib/page-context'
import { testDatabase } from '@/lib/testing/test-database'
import { listFailedJobs } from './admin-queries'
import { MOST_ATTEMPTS } from './backoff'
import { type JobKind, jobKind } from './kind'
import { type Lane, leaseDue } from './lease'
import { cancelJob, enqueue, enqueueAll, enqueueRegular, forgetOldJobs, retryJob } from './mutations'
import { runDueJobs } from './run'

const site = testDatabase()
const noon = new Date('2026-11-23T12:00:00Z')
const later = (ms: number) => new Date(noon.getTime() + ms)
const LEASE_MS = 4_000

let made = 0

/** A kind of job of one test alone, which writes down each time that it is done. */
function counting(over: Partial<JobKind<{ mark: string }>> = {}) {
  const name = `test ${++made}`
  const kind = jobKind({
    payload: z.object({ mark: z.string() }),
    finish: (tx, { mark }) => note(tx, name, mark),
    ...over,
  })
  const lane: Lane = { kinds: { [name]: kind }, atOnce: 10, leaseMs: LEASE_MS }
  const ask = (runAt: Date, key?: string, mark = 'done') =>
    transact(site.db, (tx) => enqueue(tx, { kind: name, payload: { mark }, runAt, ...(key && { key }) }, noon))
  const done = () => site.db.redirect.findMany({ where: { toPath: name }, select: { fromFolded: true } })
  return { name, lane, ask, done: async () => (await done()).map(({ fromFolded }) => fromFolded) }
}

/** Any table will do that takes one row after the other. */
async function note(tx: Tx, name: string, mark: string): Promise<void> {
  await tx.redirect.create({ data: { fromPath: `${name} ${++made}`, fromFolded: mark, toPath: name } })
}

const at = (moment: Date) => () => moment
const jobOf = (kind: string) => site.db.job.findFirstOrThrow({ where: { kind } })

test('a job is done at its time, not a millisecond before it, and once', async () => {
  const { lane, ask, done } = counting()
  await ask(noon)
  expect(await runDueJobs(site.db, lane, at(later(-1)))).toBe(0)
  expect(await runDueJobs(site.db, lane, at(noon))).toBe(1)
  expect(await runDueJobs(site.db, lane, at(later(1)))).toBe(0)
  expect(await done()).toEqual(['done'])
})

test('what is asked for in a transaction that fails was never asked for', async () => {
  const { name, lane } = counting()
  const failing = transact(site.db, async (tx) => {
    await enqueue(tx, { kind: name, payload: { mark: '' }, runAt: noon }, noon)
    throw new Error('change of mind')
  })
  await expect(failing).rejects.toThrow('change of mind')
  expect(await runDueJobs(site.db, lane, at(noon))).toBe(0)
})

test('of four runners at once each job is done by one', async () => {
  const { lane, ask, done } = counting()
  for (let i = 0; i < 60; i++) await ask(later(i), undefined, `job ${i}`)
  const other = await openDatabase(site.url)
  const run = async (db: typeof site.db) => {
    while (await runDueJobs(db, lane, at(later(100))));
  }
  await Promise.all([run(site.db), run(other), run(site.db), run(other)])
  await other.$disconnect()
  const marks = await done()
  expect([marks.length, new Set(marks).size]).toEqual([60, 60])
})

test('what a job wrote before it failed is undone; it is tried again later, and says why meanwhile', async () => {
  let fails = true
  const { name, lane, ask, done } = counting({
    async finish(tx, { mark }) {
      await note(tx, name, mark)
      if (fails) throw new Error('the file ends too early')
    },
  })
  await ask(noon)
  await runDueJobs(site.db, lane, at(noon))
  expect(await done()).toEqual([])
  const { lastError, attempts, runAt } = await jobOf(name)
  expect({ lastError, attempts, runAt }).toEqual({
    lastError: 'the file ends too early',
    attempts: 1,
    runAt: later(10_000),
  })
  fails = false
  expect(await runDueJobs(site.db, lane, at(later(9_999)))).toBe(0)
  await runDueJobs(site.db, lane, at(later(10_000)))
  expect(await done()).toEqual(['done'])
  expect((await jobOf(name)).lastError).toBeNull()
})

test('what fails ten times is given up, is listed, and is begun anew when somebody asks', async () => {
  const { name, lane, ask } = counting({ finish: () => Promise.reject(new Error('never')) })
  await ask(noon)
  let now = noon
  for (let i = 0; i < MOST_ATTEMPTS + 5; i++) {
    await runDueJobs(site.db, lane, at(now))
    now = new Date(now.getTime() + 3_600_000)
  }
  const failed = (await listFailedJobs(site.db)).find(({ kind }) => kind === name) ?? expect.fail()
  expect([failed.attempts, failed.lastError]).toEqual([MOST_ATTEMPTS, 'never'])
  expect(await transact(site.db, (tx) => retryJob(tx, failed.id, now))).toBe(true)
  expect(await runDueJobs(site.db, lane, at(now))).toBe(1)
  expect((await jobOf(name)).attempts).toBe(1)
})

test('a process that died is waited for as long as its lease, also where the clock was set back since', async () => {
  const { lane, ask, done } = counting()
  await ask(later(-3_600_000))
  expect(await leaseDue(site.db, lane, noon)).toHaveLength(1)
  expect(await runDueJobs(site.db, lane, at(later(LEASE_MS)))).toBe(0)
  expect(await runDueJobs(site.db, lane, at(later(-3_600_000)))).toBe(1)

  await ask(noon)
  expect(await leaseDue(site.db, lane, noon)).toHaveLength(1)
  expect(await runDueJobs(site.db, lane, at(later(LEASE_MS + 1)))).toBe(1)
  expect(await done()).toEqual(['done', 'done'])
})

test('whoever comes back after its lease finds that another has done it, and does nothing', async () => {
  const { lane, ask, done } = counting({
    // So slow that its lease is over; meanwhile another does it.
    async work() {
      if (isSlow) {
        isSlow = false
        expect(await runDueJobs(site.db, lane, at(later(LEASE_MS + 1)))).toBe(1)
      }
    },
  })
  let isSlow = true
  await ask(noon)
  await runDueJobs(site.db, lane, at(noon))
  expect(await done()).toEqual(['done'])
})

test('a job that ends its process each time is given up as well', async () => {
  const { name, lane, ask, done } = counting()
  await ask(noon)
  await site.db.job.updateMany({ where: { kind: name }, data: { attempts: MOST_ATTEMPTS } })
  await runDueJobs(site.db, lane, at(noon))
  expect(await done()).toEqual([])
  expect((await jobOf(name)).failedAt).toEqual(noon)
})

test('asked for under the same key there is one job, with the last that was said of it', async () => {
  const { lane, ask, done } = counting()
  await ask(noon, 'one key', 'first')
  await ask(later(5), 'one key', 'second')
  expect(await runDueJobs(site.db, lane, at(noon))).toBe(0)
  await runDueJobs(site.db, lane, at(later(5)))
  expect(await done()).toEqual(['second'])
  await ask(later(10), 'one key', 'third')
  await runDueJobs(site.db, lane, at(later(10)))
  expect(await done()).toEqual(['second', 'third'])
})

test('many are asked for in one statement, also those that are there already or are being done', async () => {
  const { name, lane, ask, done } = counting()
  await ask(later(-1), 'many 1', 'old')
  expect(await leaseDue(site.db, lane, noon)).toHaveLength(1)
  const orders = ['one', 'two', 'three', 'last of three'].map((mark, i) => ({
    ...{ kind: name, payload: { mark }, runAt: noon },
    key: `many ${Math.min(i + 1, 3)}`,
  }))
  const context = { requestId: '', url: '', clientAddress: '', queries: 0, tags: new Set<string>() }
  await site.db.$transaction(async (tx) => {
    await runInPageContext(context, () => enqueueAll(tx, orders, noon))
    await enqueueAll(tx, [], noon)
  })
  expect(context.queries).toBe(1)
  const [job] = await site.db.job.findMany({ where: { uniqueKey: 'many 1' } })
  expect(job).toMatchObject({ attempts: 0, leasedBy: null, leasedUntil: null, runAt: noon, createdAt: noon })
  while (await runDueJobs(site.db, lane, at(noon)));
  expect((await done()).toSorted()).toEqual(['last of three', 'one', 'two'])
})

test('a job that is asked for anew while it runs is done for what is asked now', async () => {
  let asked = false
  const { lane, ask, done } = counting({
    async work() {
      if (!asked) await ask(later(50), 'moved', 'anew')
      asked = true
    },
  })
  await ask(noon, 'moved', 'old')
  await runDueJobs(site.db, lane, at(noon))
  expect(await done()).toEqual([])
  await runDueJobs(site.db, lane, at(later(50)))
  expect(await done()).toEqual(['anew'])
})

test('what was asked for can be taken back until it is done', async () => {
  const { lane, ask, done } = counting()
  await ask(noon, 'taken back')
  expect(await transact(site.db, (tx) => cancelJob(tx, 'taken back'))).toBe(true)
  await runDueJobs(site.db, lane, at(noon))
  expect(await done()).toEqual([])
  expect(await transact(site.db, (tx) => cancelJob(tx, 'taken back'))).toBe(false)
})

test('a regular job is done again after its pause, however often a process starts', async () => {
  let done = 0
  const regular = jobKind({
    payload: z.object({}),
    everyMs: 60_000,
    async work() {
      done++
    },
  })
  const lane: Lane = { kinds: { regular }, atOnce: 1, leaseMs: LEASE_MS }
  await enqueueRegular(site.db, lane.kinds, noon)
  await enqueueRegular(site.db, lane.kinds, noon)
  for (const ms of [0, 0, 59_999, 60_000, 60_000]) await runDueJobs(site.db, lane, at(later(ms)))
  expect(done).toBe(2)
})

test('a payload that is none is a failure that says so', async () => {
  const { name, lane, ask } = counting({ payload: z.object({ mark: z.enum(['nothing else']) }) as never })
  await ask(noon)
  await runDueJobs(site.db, lane, at(noon))
  expect((await jobOf(name)).lastError).toContain('nothing else')
})

test('what was finished a week ago is forgotten; what was given up stays', async () => {
  const { name, lane, ask } = counting()
  await ask(noon)
  await runDueJobs(site.db, lane, at(noon))
  await ask(noon)
  await site.db.job.updateMany({ where: { kind: name, finishedAt: null }, data: { failedAt: noon } })
  await forgetOldJobs(site.db, later(7 * 86_400_000))
  expect(await site.db.job.count({ where: { kind: name } })).toBe(2)
  await forgetOldJobs(site.db, later(7 * 86_400_000 + 1))
  expect(await site.db.job.findMany({ where: { kind: name }, select: { failedAt: true } })).toEqual([
    { failedAt: noon },
  ])
})
