import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { passingFolder } from '@/lib/testing/passing-folder'
import { type S3Server, startS3 } from '@/lib/testing/s3-server'
import { ChosenStorage } from './chosen'
import { DiskStorage } from './disk'
import { PART_BYTES, S3Storage } from './s3'
import type { Storage } from './storage'

let server: S3Server
beforeAll(async () => {
  server = await startS3(passingFolder('s3'))
})
afterAll(() => server.stop())

const folder = passingFolder('from')
/** A finished file of this machine, which a storage may take. */
function made(bytes: Buffer | string): string {
  const file = join(folder, randomBytes(8).toString('hex'))
  writeFileSync(file, bytes)
  return file
}

async function bytesOf(storage: Storage, path: string, range?: { from: number; to: number }): Promise<Buffer | null> {
  const found = await storage.read(path, range)
  return found && (await buffer(found.body))
}

async function namesIn(storage: Storage, prefix = ''): Promise<string[]> {
  const names: string[] = []
  for await (const { path } of storage.list(prefix)) names.push(path)
  return names.sort()
}

const STORAGES: [string, () => Storage][] = [
  ['the disk', () => new DiskStorage(join(passingFolder('data'), 'media'))],
  ['S3', () => new S3Storage(server.settings)],
  [
    'S3 with the disk beside it',
    () => {
      const s3 = new S3Storage(server.settings)
      return new ChosenStorage(new DiskStorage(join(passingFolder('data'), 'media')), 's3', s3, null)
    },
  ],
]

describe.each(STORAGES)('%s', (name, open) => {
  const storage = () => opened
  let opened: Storage
  beforeAll(() => {
    opened = open()
  })
  const below = `of-${name.length}`

  test('what was put there comes back whole and in parts, and is known without reading it', async () => {
    const bytes = randomBytes(100_000)
    const path = `${below}/whole.jpg`
    await storage().put(path, made(bytes))
    expect((await bytesOf(storage(), path))?.equals(bytes)).toBe(true)
    expect(await bytesOf(storage(), path, { from: 0, to: 0 })).toEqual(bytes.subarray(0, 1))
    expect(await bytesOf(storage(), path, { from: 0, to: 9 })).toEqual(bytes.subarray(0, 10))
    expect(await bytesOf(storage(), path, { from: 99_990, to: 99_999 })).toEqual(bytes.subarray(99_990))
    const stored = await storage().stat(path)
    expect(stored).toMatchObject({ bytes: 100_000, etag: expect.stringMatching(/^(W\/)?"[\w-]+"$/) })
    expect(Math.abs((stored?.changedAt.getTime() ?? 0) - Date.now())).toBeLessThan(60_000)
    const part = await storage().read(path, { from: 5, to: 9 })
    expect(part?.stored.bytes).toBe(100_000)
    part?.body.destroy()
  })

  test('a file without a byte is a file', async () => {
    await storage().put(`${below}/empty.txt`, made(''))
    expect(await storage().stat(`${below}/empty.txt`)).toMatchObject({ bytes: 0 })
    expect(await bytesOf(storage(), `${below}/empty.txt`)).toEqual(Buffer.alloc(0))
  })

  test('what is longer than one request comes back as it was', { timeout: 120_000 }, async () => {
    const bytes = randomBytes(2 * PART_BYTES + 12_345)
    await storage().put(`${below}/film.mp4`, made(bytes))
    const back = await bytesOf(storage(), `${below}/film.mp4`)
    expect(
      createHash('sha256')
        .update(back ?? '')
        .digest('hex'),
    ).toBe(createHash('sha256').update(bytes).digest('hex'))
    await storage().remove(`${below}/film.mp4`)
  })

  test.each(['مرفأ قارب.jpg', 'it’s & <b> "100%".jpg', "a+b '(c)' [d].png", 'über~$@=;,.jpg'])(
    'any name that an archive has is one: %s',
    async (file) => {
      const path = `${below}/names/2019/${file}`
      await storage().put(path, made(file))
      expect((await bytesOf(storage(), path))?.toString()).toBe(file)
      expect(await namesIn(storage(), `${below}/names/`)).toEqual([path])
      await storage().remove(path)
      expect(await storage().stat(path)).toBeNull()
    },
  )

  test('what is put over another takes its place', async () => {
    await storage().put(`${below}/again.txt`, made('one'))
    await storage().put(`${below}/again.txt`, made('two'))
    expect((await bytesOf(storage(), `${below}/again.txt`))?.toString()).toBe('two')
  })

  test('a folder comes with all that was made, and goes with it', async () => {
    const key = randomBytes(16).toString('hex')
    const three = passingFolder('made')
    for (const one of ['700x400.jpg', '320.webp', '640.webp']) writeFileSync(join(three, one), one)
    await storage().putFolder(key, three)
    const names = [`${key}/320.webp`, `${key}/640.webp`, `${key}/700x400.jpg`]
    expect(await namesIn(storage(), `${key}/`)).toEqual(names)
    const folders = []
    for await (const one of storage().folders(key)) folders.push(one.name)
    expect(folders).toEqual([key])
    await storage().removeFolder(key)
    expect(await namesIn(storage(), `${key}/`)).toEqual([])
  })

  test('names that begin alike are found by their beginning', async () => {
    for (const one of ['boat.jpg', 'boat-300x200.jpg', 'boats.jpg', 'quay.jpg'])
      await storage().put(`${below}/list/${one}`, made('x'))
    expect(await namesIn(storage(), `${below}/list/boat-`)).toEqual([`${below}/list/boat-300x200.jpg`])
    expect(await namesIn(storage(), `${below}/list/boat`)).toHaveLength(3)
    expect(await namesIn(storage(), `${below}/none/`)).toEqual([])
  })

  test.each(['', '..', `${below}/../secret`, '/etc/passwd', `${below}//whole.jpg`, `${below}/`, 'a\0b', '.'])(
    'nothing is called %j',
    async (path) => {
      expect(await storage().stat(path)).toBeNull()
      expect(await storage().read(path)).toBeNull()
      await expect(storage().put(path, made('x'))).rejects.toThrow('a file cannot be called')
    },
  )

  test('a decoder gets a file of this machine', async () => {
    await storage().put(`${below}/here.txt`, made('here'))
    const copy = passingFolder('copy')
    expect(readFileSync((await storage().toFile(`${below}/here.txt`, copy)) ?? '', 'utf8')).toBe('here')
    expect(await storage().toFile(`${below}/nowhere.txt`, copy)).toBeNull()
  })

  test('what is removed twice, and what was never there, is gone', async () => {
    await storage().put(`${below}/gone.txt`, made('x'))
    await storage().remove(`${below}/gone.txt`)
    await storage().remove(`${below}/gone.txt`)
    expect(await storage().read(`${below}/gone.txt`)).toBeNull()
  })
})

test('S3 names more files than one answer holds, each once', async () => {
  const s3 = new S3Storage(server.settings, 3)
  const paths = ['a', 'b', 'c', 'd', 'e', 'f', 'مرفأ'].map((name) => `many/${name}.txt`)
  for (const path of paths) await s3.put(path, made('x'))
  expect(await namesIn(s3, 'many/')).toEqual(paths)
})

describe('two places', () => {
  const both = (at: 'disk' | 's3') => {
    const disk = new DiskStorage(join(passingFolder('data'), 'media'))
    const s3 = new S3Storage(server.settings)
    return { disk, s3, chosen: new ChosenStorage(disk, at, s3, null) }
  }

  test('a file is found wherever it lies, and listed once', async () => {
    const { disk, s3, chosen } = both('s3')
    await disk.put('two/a.txt', made('disk'))
    await s3.put('two/b.txt', made('s3'))
    await disk.put('two/c.txt', made('disk'))
    await s3.put('two/c.txt', made('s3'))
    const found = await Promise.all(['a', 'b', 'c', 'd'].map((name) => bytesOf(chosen, `two/${name}.txt`)))
    expect(found.map((bytes) => bytes?.toString())).toEqual(['disk', 's3', 'disk', undefined])
    expect(await namesIn(chosen, 'two/')).toEqual(['two/a.txt', 'two/b.txt', 'two/c.txt'])
  })

  test('what is put with S3 leaves no older file of its name on the disk', async () => {
    const { disk, chosen } = both('s3')
    await disk.put('crops/1x1.jpg', made('old'))
    await chosen.put('crops/1x1.jpg', made('new'))
    expect((await bytesOf(chosen, 'crops/1x1.jpg'))?.toString()).toBe('new')
    expect(await disk.stat('crops/1x1.jpg')).toBeNull()
  })

  test('what is removed is removed everywhere', async () => {
    const { disk, s3, chosen } = both('disk')
    for (const place of [disk, s3]) await place.put('both/x.txt', made('x'))
    await chosen.remove('both/x.txt')
    expect([await disk.stat('both/x.txt'), await s3.stat('both/x.txt')]).toEqual([null, null])
    const copies = new ChosenStorage(disk, 'disk', null, s3)
    for (const place of [disk, s3]) await place.put('both/y.txt', made('y'))
    await copies.remove('both/y.txt')
    expect([await disk.stat('both/y.txt'), await s3.stat('both/y.txt')]).toEqual([null, null])
  })
})

test('a folder of the disk that lost a file gets it back, and keeps what it has', async () => {
  const root = join(passingFolder('data'), 'media')
  mkdirSync(join(root, 'key'), { recursive: true })
  writeFileSync(join(root, 'key/a'), 'kept')
  utimesSync(join(root, 'key'), new Date(0), new Date(0))
  const three = passingFolder('made')
  for (const name of ['a', 'b']) writeFileSync(join(three, name), 'made')
  const disk = new DiskStorage(root)
  await disk.putFolder('key', three)
  expect(readFileSync(join(root, 'key/a'), 'utf8') + readFileSync(join(root, 'key/b'), 'utf8')).toBe('keptmade')
  for await (const { changedAt } of disk.folders('')) expect(Date.now() - changedAt.getTime()).toBeLessThan(60_000)
  await disk.removeFolder('key')
  expect(existsSync(join(root, 'key'))).toBe(false)
})
