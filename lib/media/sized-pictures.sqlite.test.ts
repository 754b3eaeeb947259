import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { passingFolder } from '@/lib/testing/passing-folder'
import { SizedPictures } from './sized-pictures'

const UPLOADS = '/wp-content/uploads/2021'

async function archive(files: Record<string, Buffer>, most?: { waiting: number; aMinute: number }) {
  const dataDir = passingFolder('data')
  mkdirSync(join(dataDir, 'media', UPLOADS), { recursive: true })
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(dataDir, 'media', UPLOADS, name), bytes)
  const sizes = join(dataDir, 'sizes')
  return { sizes, pictures: new SizedPictures(join(dataDir, 'media'), sizes, most) }
}

const picture = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: 'navy' } })

test('a size that did not come along is made of the whole, upright, and kept', async () => {
  // Held on its side: it is 800 wide.
  const held = await picture(600, 800).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  const { pictures, sizes } = await archive({ 'boat.jpg': held })
  const found = await pictures.find(`${UPLOADS}/boat-300x225.jpg`)
  expect(found).toEqual({ root: sizes, path: `${UPLOADS}/boat.jpg-300x225.jpg`, isWhole: false })
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
