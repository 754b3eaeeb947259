import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { programPath } from '@/lib/testing/program'
import { type SiteProcess, startSite } from '@/lib/testing/site-process'
import { expect, test } from './site'

// Several processes on one port and one SQLite file, beside the site of the other journeys.
const PROCESSES = 4
const ARTICLE = '/the-last-boat/'
let dataDir = ''
let several: SiteProcess

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  test.setTimeout(120_000)
  dataDir = mkdtempSync(join(tmpdir(), 'broadsheet-processes-'))
  several = await startSite(dataDir, { WEB_CONCURRENCY: String(PROCESSES), CLIENT_ADDRESS_HEADER: 'x-forwarded-for' })
})

test.afterAll(async () => {
  await several.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

function workers(): number[] {
  const children = readFileSync(`/proc/${several.pid}/task/${several.pid}/children`, 'utf8')
  return children.trim().split(/\s+/).map(Number)
}

/** On a connection of its own, so that the processes take turns. */
const ask = (path: string, init: RequestInit = {}) =>
  fetch(several.url + path, { ...init, redirect: 'manual', headers: { connection: 'close', ...init.headers } })

test('the flood limit is one for all processes', async () => {
  const html = await (await ask(ARTICLE)).text()
  const hidden = [...html.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?\/>/g)]
  const statuses: number[] = []
  for (let i = 0; i < 6; i++) {
    const form = new FormData()
    for (const [, name = '', value = ''] of hidden) form.set(name, value)
    form.set('comment', `Number ${i} of a flood.`)
    form.set('author', 'Ned')
    form.set('email', `ned.${i}@ellerhaven.example`)
    const headers = { origin: several.url, 'x-forwarded-for': '192.0.2.77' }
    statuses.push((await ask(ARTICLE, { method: 'POST', body: form, headers })).status)
  }
  expect(statuses).toEqual([303, 429, 429, 429, 429, 429])
})

test('the search limit is one for all processes', async () => {
  const headers = { 'x-forwarded-for': '192.0.2.78' }
  const began = Date.now()
  const statuses: number[] = []
  for (let i = 0; i < 45; i++) statuses.push((await ask(`/search/?q=word-${i}`, { headers })).status)
  expect(new Set(statuses.slice(0, 30))).toEqual(new Set([200]))
  // One more every two seconds, however long this machine took.
  const more = Math.ceil((Date.now() - began) / 2_000)
  expect(statuses.slice(30).filter((status) => status === 200).length).toBeLessThanOrEqual(more)
  expect(statuses).toContain(429)
  expect((await ask('/search/?q=word-46', { headers: { 'x-forwarded-for': '192.0.2.79' } })).status).toBe(200)
})

test('a change of one process is seen by readers of all', async () => {
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' }
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [programPath('scripts/comments.ts'), ...args], { env, encoding: 'utf8' }).stdout
  const [, id = '', path = ''] = /^\s*(\d+) .*? (\/[a-z-]+\/)$/m.exec(run('list', 'approved')) ?? []
  for (let i = 0; i < 20; i++) expect(await (await ask(path)).text()).toContain(`id="comment-${id}"`)
  run('hold', id)
  // 250 ms between two readings, and some for a busy machine.
  await new Promise((resolve) => setTimeout(resolve, 600))
  for (let i = 0; i < 20; i++) expect(await (await ask(path)).text()).not.toContain(`id="comment-${id}"`)
})

test('a process that dies is begun again, and the others answer meanwhile', async () => {
  const [victim = 0, ...others] = workers()
  expect(others).toHaveLength(PROCESSES - 1)
  process.kill(victim, 'SIGKILL')
  await expect.poll(workers).not.toContain(victim)
  for (let i = 0; i < 20; i++) expect((await ask('/')).status).toBe(200)
  await expect.poll(() => workers().length, { timeout: 20_000 }).toBe(PROCESSES)
})
