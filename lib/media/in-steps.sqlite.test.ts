import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { ines, must } from '@/lib/testing/newsroom'
import { passingFolder } from '@/lib/testing/passing-folder'
import { testDatabase } from '@/lib/testing/test-database'
import { drawing } from '@/lib/testing/uploads/material'
import { pictureAt } from './address'
import { makeSize } from './decode'
import { receiveUpload } from './receive'

const site = testDatabase()
const AT_HAND_MS = 240_000

/** In steps, as an agency's program writes it for the web: all of its numbers take 72, 144 and 144 MB. */
const large = (width: number, height: number, chromaSubsampling: string) =>
  drawing(3, width / 10, height / 10)
    .resize({ width, height, kernel: 'cubic' })
    .jpeg({ progressive: true, quality: 85, chromaSubsampling })
    .toBuffer()

async function* whole(bytes: Buffer) {
  yield bytes
}

test.each([
  { width: 6_000, height: 4_000, colours: '4:2:0', kept: '2048x1365' },
  { width: 4_000, height: 6_000, colours: '4:4:4', kept: '2000x3000' },
  // As a telephone takes them.
  { width: 8_000, height: 6_000, colours: '4:2:0', kept: '2048x1536' },
])(
  'a large picture in steps ($width × $height, $colours) is taken, in every width',
  {
    timeout: AT_HAND_MS,
  },
  async ({ width, height, colours, kept }) => {
    const dataDir = passingFolder('data')
    const bytes = await large(width, height, colours)
    const { picture } = must(await receiveUpload(site.db, dataDir, { name: 'harbour.jpg', body: whole(bytes) }, ines))
    expect(`${picture.width}x${picture.height}`).toBe(kept)
    const folder = join(dataDir, 'media', pictureAt(picture.src)?.key ?? '')
    const variants = await site.db.mediaVariant.findMany({ where: { mediaId: picture.id }, select: { width: true } })
    const names = variants.map((variant) => `${variant.width}.webp`)
    expect(names.length).toBeGreaterThanOrEqual(4)
    expect(readdirSync(folder).toSorted()).toEqual([`${kept}.jpg`, ...names].toSorted())
    for (const name of readdirSync(folder)) {
      const made = await sharp(join(folder, name)).metadata()
      expect(Math.abs((made.width * height) / (made.height * width) - 1)).toBeLessThan(0.01)
    }
    // It shows what was sent.
    const seen = (from: Buffer | string) => sharp(from).resize({ width: 60, height: 60, fit: 'fill' }).raw().toBuffer()
    const [made, sent] = [await seen(join(folder, `${kept}.jpg`)), await seen(bytes)]
    expect(Math.max(...made.map((value, i) => Math.abs(value - (sent[i] ?? 0))))).toBeLessThan(12)
  },
)

test('a size is made of one of an archive, upright', { timeout: AT_HAND_MS }, async () => {
  const folder = passingFolder('archive')
  mkdirSync(join(folder, 'made'))
  const file = join(folder, 'harbour.jpg')
  const held = await sharp(await large(6_000, 4_000, '4:4:4'))
    .withMetadata({ orientation: 6 })
    .jpeg({ progressive: true })
    .toBuffer()
  writeFileSync(file, held)
  await makeSize('jpeg', file, join(folder, 'made'), { name: 'made.jpg', width: 768, height: 1_152 })
  const { width, height, orientation } = await sharp(join(folder, 'made', 'made.jpg')).metadata()
  expect({ width, height, orientation }).toEqual({ width: 768, height: 1_152, orientation: undefined })
})
