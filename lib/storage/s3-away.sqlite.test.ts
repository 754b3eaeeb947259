import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { passingFolder } from '@/lib/testing/passing-folder'
import { type S3Server, startS3 } from '@/lib/testing/s3-server'
import { S3Storage } from './s3'
import { type Storage, StorageAway } from './storage'

let server: S3Server
beforeAll(async () => {
  server = await startS3(passingFolder('s3'))
})
afterAll(() => server.stop())

const folder = passingFolder('from')
function made(bytes: string): string {
  const file = join(folder, randomBytes(8).toString('hex'))
  writeFileSync(file, bytes)
  return file
}

async function namesIn(storage: Storage): Promise<string[]> {
  const names: string[] = []
  for await (const { path } of storage.list('')) names.push(path)
  return names
}

/** Asks a storage whose server answers so. */
async function withServer(listener: RequestListener, work: (s3: S3Storage) => Promise<void>): Promise<void> {
  const wrong = createServer(listener)
  await new Promise<void>((done) => wrong.listen(0, '127.0.0.1', done))
  const { port } = wrong.address() as AddressInfo
  try {
    await work(new S3Storage({ ...server.settings, endpoint: `http://127.0.0.1:${port}` }))
  } finally {
    wrong.closeAllConnections()
    await new Promise((done) => wrong.close(done))
  }
}

describe('a server that is away', () => {
  const asking = (s3: Storage): [string, () => Promise<unknown>][] => [
    ['stat', () => s3.stat('a.txt')],
    ['read', () => s3.read('a.txt')],
    ['put', () => s3.put('a.txt', made('x'))],
    ['remove', () => s3.remove('a.txt')],
    ['list', () => namesIn(s3)],
    ['toFile', () => s3.toFile('a.txt', folder)],
  ]

  test('says of no file that it is not there', async () => {
    const settings = { ...server.settings, endpoint: 'http://127.0.0.1:9' }
    for (const [name, ask] of asking(new S3Storage(settings))) await expect(ask(), name).rejects.toThrow(StorageAway)
  })

  test('nor does one without the bucket, or without the key', async () => {
    for (const wrong of [{ bucket: 'another-bucket' }, { accessKeyId: 'NOBODY' }]) {
      for (const [name, ask] of asking(new S3Storage({ ...server.settings, ...wrong })))
        await expect(ask(), `${name} ${Object.keys(wrong)}`).rejects.toThrow(StorageAway)
    }
  })

  test('is not waited for by everybody, and asked again in a moment', async () => {
    let asked = 0
    const broken: RequestListener = (_, res) => {
      asked++
      res.writeHead(500).end()
    }
    await withServer(broken, async (s3) => {
      for (let i = 0; i < 5; i++) await expect(s3.stat('a.txt')).rejects.toThrow('it answered 500')
      expect(asked).toBe(1)
    })
  })

  test('is told by a try of its own, which leaves nothing', async () => {
    const before = server.paths()
    await new S3Storage(server.settings).tryOut()
    expect(server.paths()).toEqual(before)
    await expect(new S3Storage({ ...server.settings, bucket: 'another-bucket' }).tryOut()).rejects.toThrow(
      'NoSuchBucket',
    )
  })
})

test('planted: a body that ends too early is no file', async () => {
  const short: RequestListener = (_, res) => {
    res.writeHead(200, { 'content-length': 1_000, etag: '"x"', 'last-modified': new Date().toUTCString() })
    res.write('half')
    setTimeout(() => res.destroy(), 50)
  }
  await withServer(short, async (s3) => {
    const found = await s3.read('a.txt')
    await expect(found && buffer(found.body)).rejects.toThrow(StorageAway)
  })
})

test('planted: a server that takes less than it was sent is found out', async () => {
  const thief: RequestListener = (req, res) => {
    req.resume()
    const headers = { 'content-length': 1, etag: '"x"', 'last-modified': new Date().toUTCString() }
    req.on('end', () => res.writeHead(200, req.method === 'GET' ? headers : {}).end(req.method === 'GET' ? 'x' : ''))
  }
  await withServer(thief, async (s3) => {
    await expect(s3.put('a.txt', made('more than that'))).rejects.toThrow('only 1 bytes of 14 arrived')
  })
})
