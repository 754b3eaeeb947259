import { existsSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { onInvalidation, transact } from '@/lib/invalidation'
import { getSiteFacts } from '@/lib/site/facts'
import { ines, must } from '@/lib/testing/newsroom'
import { passingFolder } from '@/lib/testing/passing-folder'
import { testDatabase } from '@/lib/testing/test-database'
import { drawing } from '@/lib/testing/uploads/material'
import { cropPath, pictureAt, variantPath } from './address'
import { finishVariants, makeVariants } from './avif-mutations'
import { receiveUpload } from './receive'
import { cropsOf, pictureTag } from './sources'

const site = testDatabase()

async function* whole(bytes: Buffer) {
  yield bytes
}

test('the slow variants are made beside the others, and pages hear of it when the last is there', async () => {
  const dataDir = passingFolder('data')
  const told = new Set<string>()
  onInvalidation((tags) => {
    for (const tag of tags) told.add(tag)
  })
  const bytes = await drawing(21, 700, 400).jpeg().toBuffer()
  const { picture } = must(await receiveUpload(site.db, dataDir, { name: 'a.jpg', body: whole(bytes) }, ines))
  const { src, id: mediaId } = picture
  expect((await getSiteFacts(site.db)).unfinishedPictures.has(src)).toBe(true)

  await makeVariants(site.db, { mediaId }, dataDir)
  const { key = '' } = pictureAt(src) ?? {}
  for (const width of [320, 700]) {
    const { format, width: wide } = await sharp(join(dataDir, variantPath(key, width, 'avif'))).metadata()
    expect([format, wide]).toEqual(['heif', width])
  }
  for (const [ratio, width, height] of [
    ['1x1', 400, 400],
    ['4x3', 533, 400],
    ['16x9', 700, 394],
  ] as const) {
    const made = await sharp(join(dataDir, cropPath(key, { ratio, width, height }))).metadata()
    expect([made.format, made.width, made.height]).toEqual(['jpeg', width, height])
  }
  expect(cropsOf(src, (await getSiteFacts(site.db)).unfinishedPictures)).toEqual([])
  expect(told.has(pictureTag(src))).toBe(false)

  await transact(site.db, (tx) => finishVariants(tx, { mediaId }))
  expect(told.has(pictureTag(src))).toBe(true)
  const { unfinishedPictures } = await getSiteFacts(site.db)
  expect(unfinishedPictures.has(src)).toBe(false)
  for (const { path } of cropsOf(src, unfinishedPictures)) expect(existsSync(join(dataDir, path))).toBe(true)
  const rows = await site.db.mediaVariant.findMany({ where: { mediaId, format: 'avif' }, orderBy: { width: 'asc' } })
  expect(rows).toMatchObject([
    { width: 320, height: 183 },
    { width: 700, height: 400 },
  ])
})

test('one that is there already is not made again', async () => {
  const dataDir = passingFolder('data')
  const bytes = await drawing(22, 300, 200).jpeg().toBuffer()
  const { picture } = must(await receiveUpload(site.db, dataDir, { name: 'a.jpg', body: whole(bytes) }, ines))
  const known = { mediaId: picture.id, format: 'avif', width: 300, height: 200, bytes: 1 }
  await site.db.mediaVariant.create({ data: known })
  await makeVariants(site.db, { mediaId: picture.id }, dataDir)
  expect(existsSync(join(dataDir, variantPath(pictureAt(picture.src)?.key ?? '', 300, 'avif')))).toBe(false)
})

test('a crop keeps in sight what is said to matter', async () => {
  const dataDir = passingFolder('data')
  const plain = (width: number, background: string) => ({
    create: { width, height: 400, channels: 3 as const, background },
  })
  const bytes = await sharp(plain(1200, '#000'))
    .composite([{ input: plain(400, '#fff'), left: 800, top: 0 }])
    .jpeg()
    .toBuffer()
  const { picture } = must(await receiveUpload(site.db, dataDir, { name: 'a.jpg', body: whole(bytes) }, ines))
  await site.db.media.update({ where: { id: picture.id }, data: { focalX: 0.95 } })
  await makeVariants(site.db, { mediaId: picture.id }, dataDir)
  const key = pictureAt(picture.src)?.key ?? ''
  const square = cropPath(key, { ratio: '1x1', width: 400, height: 400 })
  const { channels } = await sharp(join(dataDir, square)).stats()
  expect(channels[0]?.min).toBeGreaterThan(240)
})

test('for a picture that is gone there is nothing to do', async () => {
  await makeVariants(site.db, { mediaId: 999_999 }, passingFolder('data'))
  await transact(site.db, (tx) => finishVariants(tx, { mediaId: 999_999 }))
})
