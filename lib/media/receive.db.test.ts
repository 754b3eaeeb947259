import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { transact } from '@/lib/invalidation'
import { DiskStorage } from '@/lib/storage/disk'
import { mediaDirOf } from '@/lib/storage/open'
import { ines, must, oda } from '@/lib/testing/newsroom'
import { passingFolder } from '@/lib/testing/passing-folder'
import { testDatabase } from '@/lib/testing/test-database'
import { withJpegSegment } from '@/lib/testing/uploads/bytes'
import { bases, drawing } from '@/lib/testing/uploads/material'
import { keyOf, pictureAt } from './address'
import { finishVariants, makeVariants } from './avif-mutations'
import { MAX_UPLOAD_BYTES } from './limits'
import { receiveUpload } from './receive'
import { closeIncoming, forgetIncoming, forgetUnrecorded, openIncoming, sizeOfPart } from './store'

const site = testDatabase()
const now = new Date('2026-11-23T12:00:00Z')
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

async function* inPieces(bytes: Buffer, size = 60_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const receive = (dataDir: string, bytes: Buffer, name = 'boat.jpg', actor = ines) =>
  receiveUpload(site.db, dataDir, { name, body: inPieces(bytes) }, actor, () => now)

const filesIn = (folder: string) => readdirSync(folder).sort()

test('a photograph is kept upright, in every width it has, without what the camera says of its place', async () => {
  const dataDir = passingFolder('data')
  const photo = await drawing(1, 1_950, 1_300)
    .withExif({ IFD0: { Artist: 'Ned Quillfeather' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const { picture } = must(await receive(dataDir, photo, '../harbour, north side.jpg'))
  expect(picture).toMatchObject({ width: 1300, height: 1950, alt: '', animated: false })
  expect(pictureAt(picture.src)).toMatchObject({ width: 1300, height: 1950 })
  const folder = join(dataDir, 'media', pictureAt(picture.src)?.key ?? '')
  const webps = ['1300.webp', '320.webp', '640.webp', '960.webp']
  expect(filesIn(folder)).toEqual(['1300x1950.jpg', ...webps].sort())
  for (const name of filesIn(folder)) {
    const { exif, icc, xmp, orientation } = await sharp(join(folder, name)).metadata()
    expect([name, exif, icc, xmp, orientation]).toEqual([name, undefined, undefined, undefined, undefined])
    expect(readFileSync(join(folder, name)).includes('Quillfeather')).toBe(false)
  }
  const row = await site.db.media.findUniqueOrThrow({ where: { id: picture.id }, include: { variants: true } })
  expect(row).toMatchObject({
    ...{ originalName: 'harbour, north side.jpg', mimeType: 'image/jpeg', uploaderId: ines.id, awaitsVariants: true },
    ...{ storedAt: now, focalX: 0.5, focalY: 0.5 },
  })
  expect(row.variants.map(({ format, width }) => `${width}.${format}`).sort()).toEqual(webps)
  expect(existsSync(join(dataDir, 'incoming')) && filesIn(join(dataDir, 'incoming'))).toEqual([])
})

test('each way that a camera can be held comes out upright', async () => {
  const dataDir = passingFolder('data')
  // Its upper left quarter is white.
  const quarter = {
    input: { create: { width: 30, height: 20, channels: 3, background: 'white' } },
    left: 0,
    top: 0,
  } as const
  const upright = await sharp({ create: { width: 60, height: 40, channels: 3, background: 'black' } })
    .composite([quarter])
    .png()
    .toBuffer()
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    const said = await sharp(upright).withMetadata({ orientation }).jpeg({ quality: 100 }).toBuffer()
    const { picture } = must(await receive(dataDir, said))
    const expected = await sharp(said).autoOrient().raw().toBuffer({ resolveWithObject: true })
    const found = await sharp(join(dataDir, picture.src)).raw().toBuffer({ resolveWithObject: true })
    const corner = ({ data, info }: typeof found, x: number, y: number) =>
      (data[(y * info.width + x) * info.channels] ?? 0) > 128
    const corners = (image: typeof found) =>
      [5, image.info.width - 5].flatMap((x) => [5, image.info.height - 5].map((y) => corner(image, x, y)))
    expect([orientation, found.info.width, corners(found)]).toEqual([
      orientation,
      expected.info.width,
      corners(expected),
    ])
  }
})

test('the same bytes again are the same picture, whoever sends them and however often at once', async () => {
  const dataDir = passingFolder('data')
  const [png] = (await bases(7)).slice(1)
  const bytes = png?.bytes ?? Buffer.alloc(0)
  const together = await Promise.all([receive(dataDir, bytes), receive(dataDir, bytes, 'other.png', oda)])
  const later = await receive(dataDir, bytes, 'third.png', oda)
  const ids = [...together, later].map((answer) => must(answer).picture.id)
  expect(new Set(ids).size).toBe(1)
  expect(filesIn(join(dataDir, 'media'))).toHaveLength(1)
  expect(await site.db.job.count({ where: { uniqueKey: `media.avif ${ids[0]}` } })).toBe(1)
})

test('the same bytes bring back files that were lost, all of them or some', async () => {
  const dataDir = passingFolder('data')
  const [jpeg] = await bases(11)
  const bytes = jpeg?.bytes ?? Buffer.alloc(0)
  const { picture } = must(await receive(dataDir, bytes))
  const folder = join(dataDir, 'media', pictureAt(picture.src)?.key ?? '')
  const all = filesIn(folder)
  const [lost = ''] = all
  const key = `media.avif ${picture.id}`
  for (const lose of [() => rmSync(join(dataDir, 'media'), { recursive: true }), () => rmSync(join(folder, lost))]) {
    lose()
    await site.db.job.deleteMany({ where: { uniqueKey: key } })
    expect(must(await receive(dataDir, bytes, 'again.jpg', oda)).picture).toEqual(picture)
    expect(filesIn(folder)).toEqual(all)
    expect(await site.db.job.count({ where: { uniqueKey: key } })).toBe(1)
  }
})

test('a variant that was made later counts as lost too, and is made anew', async () => {
  const dataDir = passingFolder('data')
  const [jpeg] = await bases(12)
  const bytes = jpeg?.bytes ?? Buffer.alloc(0)
  const { picture } = must(await receive(dataDir, bytes))
  await makeVariants(site.db, { mediaId: picture.id }, dataDir)
  await transact(site.db, (tx) => finishVariants(tx, { mediaId: picture.id }))
  const folder = join(dataDir, 'media', pictureAt(picture.src)?.key ?? '')
  const avif = filesIn(folder).find((name) => name.endsWith('.avif')) ?? expect.fail('no AVIF')
  rmSync(join(folder, avif))
  must(await receive(dataDir, bytes))
  expect(await site.db.media.findUnique({ where: { id: picture.id }, select: { awaitsVariants: true } })).toEqual({
    awaitsVariants: true,
  })
  await makeVariants(site.db, { mediaId: picture.id }, dataDir)
  expect(filesIn(folder)).toContain(avif)
})

test('of a GIF that moves the first picture is kept, and a drawing stays sharp', async () => {
  const dataDir = passingFolder('data')
  const frames = [drawing(1), drawing(2)].map((frame) => frame.png().toBuffer())
  const moving = await sharp(await Promise.all(frames), { join: { animated: true } })
    .gif()
    .toBuffer()
  const { picture } = must(await receive(dataDir, moving, 'moves.gif'))
  expect(picture).toMatchObject({ animated: true, width: 240, height: 160 })
  expect(picture.src).toMatch(/\.png$/)
})

test('what is transparent stays so', async () => {
  const dataDir = passingFolder('data')
  const clear = await sharp({ create: { width: 50, height: 50, channels: 4, background: '#ff000080' } })
    .webp()
    .toBuffer()
  const { picture } = must(await receive(dataDir, clear))
  expect(picture.src).toMatch(/\.png$/)
  expect((await sharp(join(dataDir, picture.src)).stats()).isOpaque).toBe(false)
})

test('what is no image, is damaged or too much leaves nothing, and says why', async () => {
  const dataDir = passingFolder('data')
  const [jpeg] = await bases(3)
  const image = jpeg?.bytes ?? Buffer.alloc(0)
  const before = await site.db.media.count()
  const tooMuch = Buffer.concat([image, Buffer.alloc(MAX_UPLOAD_BYTES)])
  expect(await receive(dataDir, Buffer.from('<svg onload="alert(1)"/>'), 'boat.jpg')).toEqual({
    ok: false,
    reason: 'svg',
  })
  expect(await receive(dataDir, image.subarray(0, image.length / 2))).toEqual({ ok: false, reason: 'damaged' })
  expect(await receive(dataDir, tooMuch)).toEqual({ ok: false, reason: 'tooLarge' })
  expect(await receive(dataDir, Buffer.alloc(0))).toEqual({ ok: false, reason: 'empty' })
  expect(await site.db.media.count()).toBe(before)
  expect(existsSync(join(dataDir, 'media'))).toBe(false)
  expect(filesIn(join(dataDir, 'incoming'))).toEqual([])
})

test('an upload that breaks off leaves nothing', async () => {
  const dataDir = passingFolder('data')
  const [jpeg] = await bases(4)
  async function* breaking() {
    yield (jpeg?.bytes ?? Buffer.alloc(0)).subarray(0, 2_000)
    throw new Error('the line broke')
  }
  const receiving = receiveUpload(site.db, dataDir, { name: 'a.jpg', body: breaking() }, ines)
  await expect(receiving).rejects.toThrow('the line broke')
  expect(filesIn(join(dataDir, 'incoming'))).toEqual([])
  expect(existsSync(join(dataDir, 'media'))).toBe(false)
})

test('files without a row, as a killed process leaves them, are used by the same upload or removed in time', async () => {
  const dataDir = passingFolder('data')
  const key = keyOf('f'.repeat(64))
  const storage = new DiskStorage(mediaDirOf(dataDir))
  const folder = await openIncoming(dataDir)
  await storage.putFolder(key, join(folder, 'made'))
  const isRecorded = async (name: string) => name !== key
  expect(await forgetUnrecorded(storage, inDays(0), isRecorded)).toBe(0)
  expect(await forgetIncoming(dataDir, inDays(0))).toBe(0)
  const second = await openIncoming(dataDir)
  await storage.putFolder(key, join(second, 'made'))
  expect(filesIn(join(dataDir, 'media'))).toEqual([key])
  expect(await forgetUnrecorded(storage, inDays(2), async () => true)).toBe(0)
  expect(await forgetUnrecorded(storage, inDays(2), isRecorded)).toBe(1)
  expect(await forgetIncoming(dataDir, inDays(1))).toBe(2)
  await closeIncoming(folder)
  expect(filesIn(join(dataDir, 'media'))).toEqual([])
})

test('planted: the place where a picture was taken is found where it is not dropped', async () => {
  const [jpeg] = await bases(8)
  const exif = Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\0GPS of Quillfeather', 'latin1')
  const said = withJpegSegment(jpeg?.bytes ?? Buffer.alloc(0), 0xe1, exif)
  expect(said.includes('Quillfeather')).toBe(true)
  const dataDir = passingFolder('data')
  const { picture } = must(await receive(dataDir, said))
  expect(readFileSync(join(dataDir, picture.src)).includes('Quillfeather')).toBe(false)
})

test('what broke off waits for the rest, and nothing else goes on with it', async () => {
  const dataDir = passingFolder('data')
  const bytes = await drawing(91, 700, 400).jpeg().toBuffer()
  const key = 'f'.repeat(32)
  const half = Math.floor(bytes.length / 2)
  async function* breaking() {
    yield bytes.subarray(0, half)
    throw new Error('the connection broke')
  }
  const part = (offset: number, body: AsyncIterable<Uint8Array>) =>
    receiveUpload(site.db, dataDir, { name: 'boat.jpg', body, part: { key, offset } }, ines, () => now)
  await expect(part(0, breaking())).rejects.toThrow('broke')
  expect(await sizeOfPart(dataDir, key)).toBe(half)
  expect(await part(0, inPieces(bytes))).toEqual({ ok: false, reason: 'offset' })
  const done = must(await part(half, inPieces(bytes.subarray(half))))
  expect(done).toMatchObject({ isKnown: false, picture: { width: 700 } })
  expect(filesIn(join(dataDir, 'incoming'))).toEqual([])
  expect(must(await receive(dataDir, bytes))).toMatchObject({ isKnown: true, picture: { id: done.picture.id } })
})

test('what a picture says of itself is its first words here', async () => {
  const dataDir = passingFolder('data')
  const photo = await drawing(92, 700, 400)
    .withExif({
      IFD0: { Artist: 'Idris Vane', Copyright: 'The Courier' },
      IFD2: { DateTimeOriginal: '2026:11:14 08:12:00' },
    })
    .jpeg()
    .toBuffer()
  const { picture } = must(await receive(dataDir, photo, 'ferry.jpg'))
  expect(picture.credit).toBe('Idris Vane')
  expect(await site.db.media.findUnique({ where: { id: picture.id } })).toMatchObject({
    ...{ rights: 'The Courier', takenAt: new Date('2026-11-14T08:12:00Z') },
    words: expect.stringContaining('idris vane ferry jpg'),
  })
})
