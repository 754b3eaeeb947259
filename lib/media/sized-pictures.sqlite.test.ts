import { existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { diskAlone } from '@/lib/storage/chosen'
import { passingFolder } from '@/lib/testing/passing-folder'
import { SizedPictures } from './sized-pictures'
import { forgetOldestSizes } from './sizes-room'

const UPLOADS = '/wp-content/uploads/2021'

async function archive(files: Record<string, Buffer>, most?: { waiting: number; aMinute: number }, bytes?: number) {
  const dataDir = passingFolder('data')
  mkdirSync(join(dataDir, 'media', UPLOADS), { recursive: true })
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(dataDir, 'media', UPLOADS, name), bytes)
  const sizes = join(dataDir, 'sizes')
  return { sizes, pictures: new SizedPictures(diskAlone(join(dataDir, 'media')), sizes, most, bytes) }
}

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: 'navy' } })

test('a size that did not come along is made of the whole, upright, and kept', async () => {
  // Held on its side: it is 800 wide.
  const held = await picture(600, 800).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const { pictures, sizes } = await archive({ 'boat.jpg': held })
  const found = await pictures.find(`${UPLOADS}/boat-300x225.jpg`)
  expect(found).toEqual({ in: 'sizes', path: `${UPLOADS}/boat.jpg-300x225.jpg`, isWhole: false })
  const { width, height } = await sharp(join(sizes, found?.path ?? '')).metadata()
  expect([width, height]).toEqual([300, 225])
  // What differs by a little is the same file.
  await pictures.find(`${UPLOADS}/boat-299x224.jpg`)
  expect(readdirSync(join(sizes, UPLOADS))).toEqual(['boat.jpg-300x225.jpg'])
})

test('what WordPress made smaller first is found as well, and a GIF stands still', async () => {
  const { pictures, sizes } = await archive({
    'big-scaled.jpg': await picture(900, 600).jpeg().toBuffer(),
    'moving.gif': await picture(400, 400).gif().toBuffer(),
  })
  expect((await pictures.find(`${UPLOADS}/big-150x150.jpg`))?.path).toBe(`${UPLOADS}/big-scaled.jpg-150x150.jpg`)
  const still = await pictures.find(`${UPLOADS}/moving-150x150.gif`)
  expect((await sharp(join(sizes, still?.path ?? '')).metadata()).format).toBe('png')
})

test('nothing is made of what is not here, is no picture, or lies elsewhere', async () => {
  const { pictures, sizes } = await archive({
    'page.jpg': Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
  })
  const asked = [`${UPLOADS}/none-300x200.jpg`, `${UPLOADS}/page-300x200.jpg`, `${UPLOADS}/../2021/page-3x2.jpg`]
  expect(await Promise.all(asked.map((path) => pictures.find(path)))).toEqual([null, null, null])
  expect(existsSync(sizes)).toBe(false)
})

test('whoever asks for everything gets the whole when enough has been made', async () => {
  const whole = await picture(1200, 800).jpeg().toBuffer()
  const { pictures, sizes } = await archive({ 'a.jpg': whole }, { waiting: 2, aMinute: 4 })
  const ask = (...asked: string[]) => Promise.all(asked.map((size) => pictures.find(`${UPLOADS}/a-${size}.jpg`)))
  // The first measures it, and makes one.
  const first = await ask('300x200')
  const together = await ask('150x100', '600x400', '768x512', '1024x683')
  const later = await ask('450x300')
  expect([first, together, later].map((found) => found.filter((one) => one?.isWhole).length)).toEqual([0, 2, 1])
  expect(readdirSync(join(sizes, UPLOADS))).toHaveLength(3)
})

test('where no more may be measured there is the whole, and what was made is still found', async () => {
  const whole = await picture(1200, 800).jpeg().toBuffer()
  const { pictures, sizes } = await archive({ 'a.jpg': whole, 'b.jpg': whole }, { waiting: 9, aMinute: 0 })
  mkdirSync(join(sizes, UPLOADS), { recursive: true })
  writeFileSync(join(sizes, UPLOADS, 'a.jpg-300x200.jpg'), 'made')
  expect(await pictures.find(`${UPLOADS}/a-300x200.jpg`)).toMatchObject({ in: 'sizes', isWhole: false })
  expect(await pictures.find(`${UPLOADS}/b-300x200.jpg`)).toMatchObject({ path: `${UPLOADS}/b.jpg`, isWhole: true })
})

test('a picture is measured once, for however many ask at a time, and while it is it counts', async () => {
  const whole = await picture(1200, 800).jpeg().toBuffer()
  const { pictures } = await archive({ 'a.jpg': whole, 'b.jpg': whole }, { waiting: 1, aMinute: 2 })
  const asked = ['a-300x200', 'a-300x200', 'b-300x200'].map((name) => pictures.find(`${UPLOADS}/${name}.jpg`))
  expect((await Promise.all(asked)).map((found) => found?.isWhole)).toEqual([false, false, true])
})

test('no more is made than there is room for, and the oldest make room', async () => {
  const whole = await picture(1200, 800).jpeg().toBuffer()
  const { pictures, sizes } = await archive({ 'a.jpg': whole }, undefined, 1)
  const isWhole = async (size: string) => (await pictures.find(`${UPLOADS}/a-${size}.jpg`))?.isWhole
  expect([await isWhole('300x200'), await isWhole('150x100'), await isWhole('300x200')]).toEqual([false, true, false])
  const files = ['old', 'new', 'newest'].map((name) => join(sizes, name))
  rmSync(join(sizes, UPLOADS), { recursive: true })
  files.forEach((file, at) => {
    writeFileSync(file, 'x'.repeat(40))
    utimesSync(file, 1_000 + at, 1_000 + at)
  })
  expect(await forgetOldestSizes(sizes, 120)).toBe(1)
  expect(readdirSync(sizes).filter((name) => name.startsWith('new') || name === 'old')).toEqual(['new', 'newest'])
  expect(await forgetOldestSizes(sizes, 120)).toBe(0)
})
