import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { stored, writeScheduled } from '@/lib/testing/newsroom'
import { testDatabase } from '@/lib/testing/test-database'
import { startJobs } from './jobs'
import { targetOf } from './page-address'
import { Pages } from './pages'

const site = testDatabase()
const HOUR_MS = 3_600_000
const noPages = () => new Pages(1e6, () => Promise.reject(new Error('nothing is rendered here')))

/** A page that was read again by somebody who takes brotli, and how well it is packed. */
async function readPage(): Promise<{ pages: Pages; level(): number | undefined }> {
  const address = targetOf('/a/').page ?? expect.fail()
  const body = Buffer.from('<p>A page that is read again.</p>'.repeat(100))
  const pages = new Pages(1e6, async () => ({ status: 200, headers: {}, body }))
  const page = await pages.get(address, 'r')
  await page.body.in('br')
  for (let i = 0; i < 3; i++) pages.kept(address, Date.now())
  return { pages, level: () => page.body.atHand('br')?.level }
}

test('what is read again is packed as well as it goes, until the jobs are stopped', async () => {
  const { pages, level } = await readPage()
  const stop = startJobs(site.db, pages, false)
  expect(level()).toBe(4)
  await expect.poll(level).toBe(11)
  stop()

  const later = await readPage()
  startJobs(site.db, later.pages, false)()
  await sleep(600)
  expect(later.level()).toBe(4)
})

test('one process of a site forgets what every process has heard of', async () => {
  const heard = { tag: 'heard', createdAt: new Date(Date.now() - 3 * HOUR_MS) }
  const left = () => site.db.invalidation.count({ where: { tag: 'heard' } })
  await site.db.invalidation.create({ data: heard })
  const stopOther = startJobs(site.db, noPages(), false)
  await sleep(1_500)
  expect(await left()).toBe(1)
  stopOther()

  const stop = startJobs(site.db, noPages(), true)
  await expect.poll(left, { timeout: 20_000 }).toBe(0)
  stop()
})

test('a scheduled article appears by itself', async () => {
  const { id } = await writeScheduled(site.db, new Date(), new Date(Date.now() + 1_000))
  const stop = startJobs(site.db, noPages(), true)
  const status = async () => (await stored(site.db, id)).input.status
  await expect.poll(status, { timeout: 20_000 }).toBe('PUBLISHED')
  stop()
})

test('planted: a job that fails is tried again', async () => {
  const { pages, level } = await readPage()
  let fails = 2
  const improve = pages.improveOne.bind(pages)
  pages.improveOne = async () => {
    if (fails-- > 0) throw new Error('not now')
    await improve()
  }
  const stop = startJobs(site.db, pages, false)
  await expect.poll(level, { timeout: 5_000 }).toBe(11)
  expect(fails).toBeLessThan(0)
  stop()
})
