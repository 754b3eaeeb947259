import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ChosenStorage } from '@/lib/storage/chosen'
import { DiskStorage } from '@/lib/storage/disk'
import { KNOWN_ENDINGS } from '@/lib/storage/file-types'
import { S3Storage } from '@/lib/storage/s3'
import { serving } from '@/lib/testing/ask'
import { passingFolder } from '@/lib/testing/passing-folder'
import { type S3Server, startS3 } from '@/lib/testing/s3-server'
import { Files } from './files'
import { targetOf } from './page-address'

// The same file with S3 and on the disk, side by side: readers see no difference.

const dataDir = passingFolder('data')
const mediaDir = join(dataDir, 'media')
const plain = join(passingFolder('plain'), 'media')
const key = 'a'.repeat(32)
const UPLOADS = '/wp-content/uploads/2019'
const bytes = randomBytes(3_000)
let server: S3Server
let places: ChosenStorage

const elsewhere = new Files('/nonexistent', '/nonexistent', mediaDir, async () => places)
const onDisk = new Files('/nonexistent', '/nonexistent', plain)
const answering = (files: Files) =>
  serving(async (req, res) => {
    if (!(await files.answer(req, res, targetOf(req.url ?? '').path))) res.writeHead(404).end('a page')
  })
const ask = answering(elsewhere)
const askDisk = answering(onDisk)

async function putBoth(path: string, content: Buffer): Promise<void> {
  const [here, passing] = [join(plain, path), join(passingFolder('passing'), 'file')]
  mkdirSync(dirname(here), { recursive: true })
  writeFileSync(here, content)
  writeFileSync(passing, content)
  await places.elsewhere?.put(path, passing)
}

beforeAll(async () => {
  server = await startS3(passingFolder('s3'))
  places = new ChosenStorage(new DiskStorage(mediaDir), 's3', new S3Storage(server.settings), null)
  await putBoth(`${key}/700x400.jpg`, bytes)
  await putBoth(`${UPLOADS.slice(1)}/قارب بحري.jpg`, bytes)
  for (const ending of [...KNOWN_ENDINGS, 'zzzz', 'JPG']) await putBoth(`${UPLOADS.slice(1)}/file.${ending}`, bytes)
})
afterAll(() => server.stop())

/** Its tag and time are of the place where it lies; of what is refused the rest says nothing. */
const compared = ({ status, headers, body }: Awaited<ReturnType<typeof ask>>) => {
  if (status >= 400) return [status, headers['cache-control'], headers['content-range'], body.length]
  const { etag, 'last-modified': changed, date: _, ...rest } = headers
  return { status, tagged: Boolean(etag && changed), headers: rest, body: body.toString('hex') }
}

test.each([
  {},
  { range: 'bytes=0-99' },
  { range: 'bytes=-100' },
  { range: 'bytes=2900-' },
  { range: 'bytes=5000-6000' },
  { 'if-match': '"other"' },
  { 'if-modified-since': 'Mon, 01 Jan 2001 00:00:00 GMT' },
])('what is asked with %j is answered as from the disk', async (headers: Record<string, string>) => {
  for (const path of [`/media/${key}/700x400.jpg`, `${UPLOADS}/${encodeURIComponent('قارب بحري')}.jpg`]) {
    for (const method of ['GET', 'HEAD']) {
      const [there, here] = [await ask(path, { method, headers }), await askDisk(path, { method, headers })]
      expect(compared(there), `${method} ${path}`).toEqual(compared(here))
    }
  }
})

test('every kind of file is sent as what it is, and runs as little as from the disk', async () => {
  for (const ending of [...KNOWN_ENDINGS, 'zzzz', 'JPG']) {
    const path = `${UPLOADS}/file.${ending}`
    expect(compared(await ask(path)), ending).toEqual(compared(await askDisk(path)))
  }
})

test('a browser that has it is told so', async () => {
  const path = `/media/${key}/700x400.jpg`
  const { headers } = await ask(path)
  expect(headers['cache-control']).toContain('immutable')
  const again = await ask(path, { headers: { 'if-none-match': headers.etag ?? '' } })
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, headers.etag])
})

test('a size that did not come along is made of a picture that lies elsewhere', async () => {
  const whole = await sharp({ create: { width: 1200, height: 800, channels: 3, background: 'navy' } })
    .jpeg()
    .toBuffer()
  await putBoth(`${UPLOADS.slice(1)}/boat.jpg`, whole)
  const sized = await ask(`${UPLOADS}/boat-300x200.jpg`)
  expect([sized.status, (await sharp(sized.body).metadata()).width]).toEqual([200, 300])
  // It is no larger than was asked for.
  expect((await ask(`${UPLOADS}/boat-1200x800.jpg`)).body.equals(whole)).toBe(true)
})

test.each([`/media/${key}/640.webp`, `${UPLOADS}/none.jpg`, `${UPLOADS}/none-300x200.jpg`, `${UPLOADS}/`])(
  '%s is no file',
  async (path) => expect((await ask(path)).status).toBe(404),
)

test('while the storage is away a file is asked for again, and nobody keeps that; the disk’s files go on', async () => {
  const passing = join(passingFolder('passing'), 'file')
  writeFileSync(passing, bytes)
  await places.disk.put(`${key}/320.webp`, passing)
  await server.stop()
  for (const path of [`/media/${key}/700x400.jpg`, `/media/${key}/640.webp`, `${UPLOADS}/boat-150x150.jpg`]) {
    const { status, headers } = await ask(path)
    expect([path, status, headers['cache-control'], headers['retry-after']]).toEqual([path, 503, 'no-store', '30'])
  }
  expect((await ask(`/media/${key}/320.webp`)).status).toBe(200)
  await server.start()
  await expect.poll(async () => (await ask(`/media/${key}/700x400.jpg`)).status, { timeout: 20_000 }).toBe(200)
})
