import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listFiles } from '@/lib/backup/files'
import { readStorageSettings } from '@/lib/storage/open'
import { passingFolder } from '@/lib/testing/passing-folder'
import { programPath } from '@/lib/testing/program'
import { type S3Server, startS3 } from '@/lib/testing/s3-server'
import { testDatabase } from '@/lib/testing/test-database'

const site = testDatabase()
const dataDir = passingFolder('data')
let server: S3Server

beforeAll(async () => {
  server = await startS3(passingFolder('s3'))
})
afterAll(() => server.stop())

const environment = () => ({
  S3_ENDPOINT: server.settings.endpoint,
  S3_BUCKET: server.settings.bucket,
  S3_ACCESS_KEY_ID: server.settings.accessKeyId,
  S3_SECRET_ACCESS_KEY: server.settings.secretAccessKey,
})
const onDisk = () => (existsSync(join(dataDir, 'media')) ? listFiles(join(dataDir, 'media')) : [])

/** The real command, as a process of its own. */
function startMove(...args: string[]): ChildProcess {
  return spawn(process.execPath, [programPath('scripts/move-media.ts'), ...args], {
    env: { ...process.env, ...environment(), DATABASE_URL: site.url, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
    killSignal: 'SIGKILL',
  })
}

async function runMove(...args: string[]) {
  const child = startMove(...args)
  if (!child.stdout || !child.stderr) throw new Error('the process has no output')
  const [[code], said, complaint] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)])
  return { code, said, complaint }
}

function put(path: string, content: string): void {
  const file = join(dataDir, 'media', path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}

test('the command moves everything, killed in the middle goes on, and says with its exit code what came of it', {
  timeout: 240_000,
}, async () => {
  await site.db.setting.deleteMany({ where: { key: 'storage' } })
  for (let i = 0; i < 120; i++) put(`wp-content/uploads/2019/${i}-قارب.jpg`, `picture ${i}`.repeat(500))
  const before = server.paths().length
  const killed = startMove('--to', 's3', '--at-once', '1')
  await expect.poll(() => server.paths().length, { timeout: 60_000, interval: 20 }).toBeGreaterThan(before + 10)
  const ended = once(killed, 'exit')
  killed.kill('SIGKILL')
  await ended
  const arrived = server.paths().length
  expect(arrived).toBeLessThan(before + 120)
  // Where new files go was settled first.
  expect(await readStorageSettings(site.db)).toEqual({ at: 's3', s3: 'needed' })

  const first = await runMove('--to', 's3')
  expect([first.code, first.complaint]).toEqual([0, ''])
  expect(first.said).toMatch(/\d+ copied, \d+ were there already: 120 files/)
  expect(first.said).toContain('The old copies are where they were; --remove-old removes them.')
  expect(await onDisk()).toHaveLength(120)

  server.flip('wp-content/uploads/2019/7-قارب.jpg')
  const second = await runMove('--to', 's3', '--remove-old')
  expect([second.code, second.complaint]).toEqual([0, ''])
  expect(second.said).toContain('1 copied, 119 were there already')
  expect(second.said).toContain('120 old copies removed')
  expect(await onDisk()).toEqual([])

  put('wp-content/uploads/2019/7-قارب.jpg', 'another')
  const third = await runMove('--to', 'disk')
  expect(third.code).toBe(2)
  expect(third.complaint).toContain('1 files: both places have a file of this name, and the two differ.')
  expect(await readStorageSettings(site.db)).toEqual({ at: 'disk', s3: 'needed' })
  put('wp-content/uploads/2019/7-قارب.jpg', 'picture 7'.repeat(500))
  const fourth = await runMove('--to', 'disk', '--remove-old')
  expect([fourth.code, fourth.complaint]).toEqual([0, ''])
  expect(await readStorageSettings(site.db)).toEqual({ at: 'disk', s3: 'unused' })
  expect(server.paths()).toEqual([])
  expect(readFileSync(join(dataDir, 'media/wp-content/uploads/2019/119-قارب.jpg'), 'utf8')).toBe(
    'picture 119'.repeat(500),
  )
})

test('the command refuses what it does not know, and says that S3 is away', { timeout: 120_000 }, async () => {
  for (const args of [[], ['--to', 'tape'], ['--to', 's3', '--at-once', '0'], ['--to', 's3', 'more']])
    expect(await runMove(...args)).toMatchObject({
      code: 1,
      complaint: expect.stringContaining('npm run move:media -- --to'),
    })
  await server.stop()
  const before = await readStorageSettings(site.db)
  expect(await runMove('--to', 'disk')).toMatchObject({
    code: 1,
    complaint: expect.stringMatching(/^S3 is away: it cannot be reached/),
  })
  expect(await readStorageSettings(site.db)).toEqual(before)
  await server.start()
})
