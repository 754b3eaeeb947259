import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { passingFolder } from '@/lib/testing/passing-folder'
import { type S3Server, startS3 } from '@/lib/testing/s3-server'
import { DiskStorage } from './disk'
import { copyFiles, copyLate, digestOf, type MoveTask, removeCopied } from './move'
import { takeMoveLock } from './move-lock'
import { S3Storage } from './s3'
import { type Storage, StorageAway } from './storage'

let server: S3Server
let disk: DiskStorage
let s3: S3Storage
let passing = ''
const names = [
  'wp-content/uploads/2019/مرفأ.jpg',
  `${'a'.repeat(32)}/700x400.jpg`,
  `${'b'.repeat(32)}/320.webp`,
  'empty',
]

beforeAll(async () => {
  server = await startS3(passingFolder('s3'))
})
afterAll(() => server.stop())
beforeEach(async () => {
  disk = new DiskStorage(join(passingFolder('data'), 'media'))
  s3 = new S3Storage(server.settings)
  passing = passingFolder('passing')
  for (const path of server.paths()) await s3.remove(path)
})

async function put(storage: Storage, path: string, bytes: Buffer | string): Promise<void> {
  const file = join(passing, randomBytes(8).toString('hex'))
  writeFileSync(file, bytes)
  await storage.put(path, file)
}

async function fill(storage: Storage): Promise<void> {
  for (const path of names) await put(storage, path, path === 'empty' ? '' : randomBytes(40_000))
}

async function namesIn(storage: Storage): Promise<string[]> {
  const found: string[] = []
  for await (const { path } of storage.list('')) found.push(path)
  return found.sort()
}

const task = (from: Storage, to: Storage, over: Partial<MoveTask> = {}): MoveTask => ({
  ...{ from, to, folder: passing, mayReplace: to === s3, atOnce: 2, progress: () => undefined, ...over },
})

test('all files go to S3 and back, byte for byte, and the old copies stay until they are told to go', async () => {
  await fill(disk)
  const before = await Promise.all(names.map((path) => digestOf(disk, path)))
  expect(await copyFiles(task(disk, s3))).toMatchObject({ copied: 4, alike: 0, bytes: 120_000, faults: [] })
  expect(await namesIn(disk)).toEqual(names.toSorted())
  expect(await removeCopied(task(disk, s3))).toMatchObject({ removed: 4, bytes: 120_000, faults: [] })
  expect(await namesIn(disk)).toEqual([])
  expect(await Promise.all(names.map((path) => digestOf(s3, path)))).toEqual(before)
  expect(await copyFiles(task(s3, disk))).toMatchObject({ copied: 4, faults: [] })
  expect(await removeCopied(task(s3, disk))).toMatchObject({ removed: 4, faults: [] })
  expect(await Promise.all(names.map((path) => digestOf(disk, path)))).toEqual(before)
  expect(server.paths()).toEqual([])
})

test('ended in the middle and begun again, it compares what is there and copies what is not', async () => {
  await fill(disk)
  let done = 0
  const ending = task(disk, s3, {
    atOnce: 1,
    progress: () => {
      if (++done === 2) throw new Error('the power is gone')
    },
  })
  await expect(copyFiles(ending)).rejects.toThrow('the power is gone')
  expect(server.paths()).toHaveLength(2)
  expect(await copyFiles(task(disk, s3))).toMatchObject({ copied: 2, alike: 2, faults: [] })
})

test('what came late to the place that files leave is brought along', async () => {
  await fill(disk)
  await copyFiles(task(disk, s3))
  await put(disk, 'late.jpg', 'late')
  expect(await copyLate(task(disk, s3))).toMatchObject({ copied: 1, alike: 0 })
})

test('a byte that changed where a file lies is seen, mended by the next run, and never takes the other copy with it', async () => {
  await fill(disk)
  await copyFiles(task(disk, s3))
  server.flip(names[0] ?? '')
  expect(await removeCopied(task(disk, s3))).toMatchObject({
    removed: 3,
    faults: [{ path: names[0], why: 'the two copies differ, so the old one stays' }],
  })
  expect(await namesIn(disk)).toEqual([names[0]])
  expect(await copyFiles(task(disk, s3))).toMatchObject({ copied: 1, faults: [] })
  expect(await removeCopied(task(disk, s3))).toMatchObject({ removed: 1, faults: [] })
})

test('two files of one name that differ are left to a person where readers get the one of the disk', async () => {
  await put(disk, 'boat.jpg', 'what readers get')
  await put(s3, 'boat.jpg', 'something else')
  expect(await copyFiles(task(s3, disk))).toMatchObject({
    ...{ copied: 0, alike: 0 },
    faults: [{ path: 'boat.jpg', why: 'both places have a file of this name, and the two differ' }],
  })
  expect(readFileSync(join(disk.root, 'boat.jpg'), 'utf8')).toBe('what readers get')
})

/** A storage that keeps something else than it was given, as a bad disk or a bad cable does. */
class Planted extends DiskStorage {
  override async put(path: string, file: string): Promise<void> {
    const bytes = readFileSync(file)
    bytes[0] = (bytes[0] ?? 0) ^ 1
    writeFileSync(file, bytes)
    await super.put(path, file)
  }
}

test('planted: a storage that changes one bit is found out, and nothing of it is left', async () => {
  await put(s3, 'boat.jpg', randomBytes(10_000))
  const bad = new Planted(join(passingFolder('bad'), 'media'))
  expect(await copyFiles(task(s3, bad))).toMatchObject({
    copied: 0,
    faults: [{ path: 'boat.jpg', why: 'what came back is not what was sent' }],
  })
  expect(await namesIn(bad)).toEqual([])
  expect(await s3.stat('boat.jpg')).toMatchObject({ bytes: 10_000 })
})

test('a server that goes away for a moment ends nothing; one that stays away does', { timeout: 120_000 }, async () => {
  await fill(disk)
  await server.stop()
  setTimeout(() => void server.start(), 2_500)
  expect(await copyFiles(task(disk, s3))).toMatchObject({ copied: 4, faults: [] })
  await server.stop()
  await expect(copyFiles(task(disk, s3, { pauses: [10, 10] }))).rejects.toThrow(StorageAway)
  await server.start()
})

test('one move at a time; that of a process that is gone keeps nobody waiting', () => {
  const dataDir = passingFolder('data')
  const release = takeMoveLock(dataDir)
  expect(release).not.toBeNull()
  expect(takeMoveLock(dataDir)).toBeNull()
  release?.()
  writeFileSync(join(dataDir, 'move-media.lock'), '999999999')
  const second = takeMoveLock(dataDir)
  expect(second).not.toBeNull()
  second?.()
})
