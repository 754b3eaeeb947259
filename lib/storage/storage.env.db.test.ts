import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest'
import { backUp } from '@/lib/backup/backup'
import { listFiles } from '@/lib/backup/files'
import { restore } from '@/lib/backup/restore'
import { openDatabase } from '@/lib/db'
import { env } from '@/lib/env'
import { PICTURES } from '@/lib/jobs/kinds'
import { runDueJobs } from '@/lib/jobs/run'
import { forgetLeftovers, makeVariants } from '@/lib/media/avif-mutations'
import { fetchFiles } from '@/lib/media/fetch-files'
import { forgetFiles } from '@/lib/media/forget-mutations'
import { receiveUpload } from '@/lib/media/receive'
import { getSiteFacts } from '@/lib/site/facts'
import { makeSocialImage } from '@/lib/social-images/mutations'
import { emptyDatabase } from '@/lib/testing/database'
import { dumpOf } from '@/lib/testing/dump'
import { actor, ines, must, writeLive } from '@/lib/testing/newsroom'
import { passingFolder } from '@/lib/testing/passing-folder'
import { type S3Server, startS3 } from '@/lib/testing/s3-server'
import { testDatabase } from '@/lib/testing/test-database'
import { drawing } from '@/lib/testing/uploads/material'
import { openMediaFiles } from '@/lib/wordpress/media-files'
import { readStorageSettings, s3Storage, storageOf } from './open'
import { chooseStorage } from './setting-mutations'
import { StorageAway } from './storage'
import { askForStorageTest, getStorageTest, storageTest } from './test-mutations'

const site = testDatabase()
const boss = actor('Boss', 'ADMIN')
const now = new Date()
const dataDir = passingFolder('data')
let server: S3Server

// What can be set is read at the first need, which comes later than this.
beforeAll(async () => {
  server = await startS3(passingFolder('s3'))
  for (const [name, value] of Object.entries(environment())) vi.stubEnv(name, value)
  vi.stubEnv('DATA_DIR', dataDir)
})
afterAll(() => server.stop())
beforeEach(async () => {
  await site.db.setting.deleteMany({ where: { key: 'storage' } })
  await site.db.setting.create({ data: { key: 'storage', value: { at: 's3', s3: 'needed' } } })
})

const environment = () => ({
  S3_ENDPOINT: server.settings.endpoint,
  S3_BUCKET: server.settings.bucket,
  S3_ACCESS_KEY_ID: server.settings.accessKeyId,
  S3_SECRET_ACCESS_KEY: server.settings.secretAccessKey,
})

/** Switched on again. What was away is not asked for some seconds (s3.ts). */
async function back(): Promise<void> {
  await server.start()
  const { s3 } = env()
  const answers = () =>
    s3
      ? s3Storage(s3)
          .stat('nothing')
          .then(
            () => true,
            () => false,
          )
      : false
  await expect.poll(answers, { timeout: 30_000 }).toBe(true)
}

let drawn = 500
async function upload() {
  const bytes = await drawing(++drawn, 700, 400).jpeg().toBuffer()
  const receive = () => receiveUpload(site.db, dataDir, { name: 'boat.jpg', body: whole(bytes) }, ines, () => now)
  return { receive, ...must(await receive()) }
}
async function* whole(bytes: Buffer) {
  yield bytes
}
const onDisk = () => (existsSync(join(dataDir, 'media')) ? listFiles(join(dataDir, 'media')) : [])

test('S3 is chosen by an admin, and only where it does what it has to; the switch is in the log and can be taken back', async () => {
  await site.db.setting.deleteMany({ where: { key: 'storage' } })
  expect(await chooseStorage(site.db, 's3', ines, now)).toEqual({ ok: false, reason: 'forbidden' })
  await server.stop()
  expect(await chooseStorage(site.db, 's3', boss, now)).toEqual({ ok: false, reason: 'storageAway' })
  expect(await readStorageSettings(site.db)).toEqual({ at: 'disk', s3: 'unused' })
  await back()
  expect(await chooseStorage(site.db, 's3', boss, now)).toEqual({ ok: true, changed: true })
  expect(await chooseStorage(site.db, 's3', boss, now)).toEqual({ ok: true, changed: false })
  expect((await getSiteFacts(site.db)).storage).toEqual({ at: 's3', s3: 'needed' })
  expect(await chooseStorage(site.db, 'disk', boss, now)).toEqual({ ok: true, changed: true })
  expect((await getSiteFacts(site.db)).storage).toEqual({ at: 'disk', s3: 'needed' })
  const events = await site.db.auditEvent.findMany({ where: { object: 'setting:storage' }, orderBy: { id: 'asc' } })
  expect(events.map(({ act, details }) => [act, details])).toEqual([
    ['settings.edit', { at: 'disk → s3' }],
    ['settings.edit', { at: 's3 → disk' }],
  ])
})

test('a test says whether S3 can be reached, and nothing of it has the key in it', async () => {
  expect(await askForStorageTest(site.db, ines, now)).toEqual({ ok: false, reason: 'forbidden' })
  must(await askForStorageTest(site.db, boss, now))
  expect(await getStorageTest(site.db)).toEqual({ doneAt: null, error: null })
  await storageTest.work?.(site.db, {})
  await server.stop()
  await expect(storageTest.work?.(site.db, {})).rejects.toThrow(/^it cannot be reached/)
  await back()
  expect((await dumpOf(site.db, site.provider)).join('\n')).not.toContain(server.settings.secretAccessKey)
})

test('an upload, all that is made of it and what is drawn for link cards go to S3, and go from there', {
  timeout: 120_000,
}, async () => {
  const { picture, receive } = await upload()
  await makeVariants(site.db, { mediaId: picture.id })
  const key = picture.src.split('/')[2] ?? ''
  const files = () =>
    server
      .paths()
      .filter((path) => path.startsWith(key))
      .map((path) => path.slice(33))
  expect(files()).toEqual(expect.arrayContaining(['700x400.jpg', '320.webp', '320.avif', '16x9-700x394.jpg']))
  expect(await onDisk()).toEqual([])
  expect(readdirSync(join(dataDir, 'incoming'))).toEqual([])
  expect(must(await receive()).isKnown).toBe(true)

  const article = await writeLive(site.db, now)
  await makeSocialImage(site.db, { articleId: article.id })
  expect(server.paths().filter((path) => path.endsWith('/1200x630.png'))).toHaveLength(1)
  // Nobody speaks of it yet: by tomorrow it would be a leftover. The picture is none.
  await forgetLeftovers(site.db, new Date(Date.now() + 2 * 86_400_000))
  expect(server.paths().filter((path) => path.endsWith('/1200x630.png'))).toEqual([])
  expect(files()).toContain('700x400.jpg')

  await site.db.media.delete({ where: { id: picture.id } })
  await forgetFiles(site.db, { path: picture.src, since: 1_000 })
  expect(files()).toContain('700x400.jpg')
  await forgetFiles(site.db, { path: picture.src, since: Date.now() + 60_000 })
  expect(files()).toEqual([])
})

test('while S3 is away an upload is refused without a row, and a job is tried again until it is back', {
  timeout: 120_000,
}, async () => {
  const { picture } = await upload()
  const before = await site.db.media.count()
  await site.db.job.updateMany({
    where: { kind: 'media.avif', uniqueKey: { not: `media.avif ${picture.id}` } },
    data: { finishedAt: now },
  })
  await server.stop()
  await expect(upload()).rejects.toThrow(StorageAway)
  expect(await site.db.media.count()).toBe(before)
  const job = () => site.db.job.findUniqueOrThrow({ where: { uniqueKey: `media.avif ${picture.id}` } })
  expect(await runDueJobs(site.db, PICTURES)).toBe(1)
  expect(await job()).toMatchObject({
    attempts: 1,
    finishedAt: null,
    failedAt: null,
    lastError: expect.stringContaining('cannot be reached'),
  })
  await back()
  await expect
    .poll(
      async () => {
        await runDueJobs(site.db, PICTURES, () => new Date(Date.now() + 60_000))
        return (await job()).finishedAt
      },
      { timeout: 60_000 },
    )
    .not.toBeNull()
  expect(await site.db.media.findUnique({ where: { id: picture.id } })).toMatchObject({ awaitsVariants: false })
})

test('files of an archive are fetched to S3, found there by the next import, and go with their sizes', async () => {
  const path = '/wp-content/uploads/2020/مرفأ.jpg'
  const bytes = await drawing(900, 200, 100).jpeg().toBuffer()
  const old = createServer((_, res) => res.end(bytes))
  await new Promise<void>((done) => old.listen(0, '127.0.0.1', done))
  const sourceUrl = `http://127.0.0.1:${(old.address() as AddressInfo).port}/a.jpg`
  const { id } = await site.db.media.create({ data: { path, sourceUrl, mimeType: 'image/jpeg', createdAt: now } })
  const reach = { resolve: async () => [], mayReach: () => true }
  const options = { atOnce: 1, bytes: 1_000_000, ms: 5_000 }
  expect(await fetchFiles(site.db, dataDir, reach, options)).toMatchObject({
    fetched: 1,
    bytes: bytes.length,
    missed: [],
  })
  old.close()
  expect(server.paths()).toContain(path.slice(1))
  expect(await onDisk()).toEqual([])
  const files = await openMediaFiles(await storageOf(site.db))
  expect(files.storedAt(path)).not.toBeNull()
  // Its sizes are made of it, and those that are not here are not.
  expect(files.storedAt('/wp-content/uploads/2020/مرفأ-300x200.jpg')).not.toBeNull()
  expect(files.storedAt('/wp-content/uploads/2020/other.jpg')).toBeNull()
  await site.db.media.update({ where: { id }, data: { storedAt: null } })
  expect(await fetchFiles(site.db, dataDir, reach, options)).toMatchObject({ fetched: 0, found: 1, missed: [] })
  await site.db.media.delete({ where: { id } })
  await forgetFiles(site.db, { path, since: 0 })
  expect(server.paths()).not.toContain(path.slice(1))
})

test('a backup has what lies with S3, and a site that is restored has it on its disk', {
  timeout: 120_000,
}, async () => {
  const { picture } = await upload()
  const folder = join(passingFolder('backup'), 'nightly')
  const place = { databaseUrl: site.url, dataDir, s3: server.settings }
  const { files } = await backUp(place, folder, now)
  expect(files.map(({ path }) => path)).toContain(picture.src.slice(1))
  expect(existsSync(join(folder, 'media.passing'))).toBe(false)
  const { url, remove } = await emptyDatabase(inject('template').provider)
  const other = { databaseUrl: url, dataDir: passingFolder('data') }
  const { wasElsewhere } = await restore(other, folder, false, now)
  expect(wasElsewhere).toBe(true)
  const db = await openDatabase(url)
  expect(await readStorageSettings(db)).toEqual({ at: 'disk', s3: 'unused' })
  await db.$disconnect()
  const storage = await storageOf(site.db)
  const kept = await storage.toFile(picture.src.slice('/media/'.length), passingFolder('copy'))
  expect(readFileSync(join(other.dataDir, picture.src)).equals(readFileSync(kept ?? ''))).toBe(true)
  await remove()
})

test('where nobody says how S3 is reached, what may lie there is not gone', async () => {
  const storage = await storageOf(site.db, dataDir, null)
  await expect(storage.stat('a'.repeat(32))).rejects.toThrow('S3_ENDPOINT is not set')
  await expect(storage.put('a.txt', 'nothing')).rejects.toThrow(StorageAway)
  await expect(openMediaFiles(storage)).rejects.toThrow(StorageAway)
})
