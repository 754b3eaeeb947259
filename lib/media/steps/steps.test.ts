import { ftruncateSync, openSync } from 'node:fs'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { Random } from '@/lib/seed/random'
import { passingFolder } from '@/lib/testing/passing-folder'
import { drawing } from '@/lib/testing/uploads/material'
import { shelfIn } from '../shelf'
import { Bytes } from './bytes'
import { readSteps } from './picture'
import { sideFor } from './side'
import { writeWhole } from './whole'

const MOST_PIXELS = 1_000_000
const pause = async () => undefined
const rows = openSync(join(passingFolder('rows'), 'rows'), 'w+')
const emptyShelf = () => {
  ftruncateSync(rows, 0)
  return shelfIn(rows)
}

/** Reads through a window of 1,000 bytes. */
function bytesOf(file: Uint8Array): Bytes {
  let at = 0
  return new Bytes((window) => {
    const some = file.subarray(at, at + Math.min(1_000, window.length))
    window.set(some)
    at += some.length
    return some.length
  })
}

async function atOnce(file: Uint8Array, side: number): Promise<Buffer> {
  const parts: Uint8Array[] = []
  const read = await readSteps(bytesOf(file), { side, mostPixels: MOST_PIXELS, shelf: emptyShelf() }, pause)
  await writeWhole(read, (bytes) => parts.push(bytes.slice()), pause)
  return Buffer.concat(parts)
}

const pixels = (file: Uint8Array) => sharp(file, { failOn: 'error' }).raw().toBuffer()

/** Lines and areas over noise, so that there is something to refine in every step. */
const drawn = (width: number, height: number): Sharp => {
  const lines = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path d="M0 0L${width} ${height}" stroke="#fff" stroke-width="9"/><circle cx="60" cy="50" r="40" fill="#036"/></svg>`
  return drawing(7, width, height).composite([{ input: Buffer.from(lines) }])
}

/** Drawn before it is made any other size. */
const whole = await drawn(333, 211).png().toBuffer()
const steps = { progressive: true, quality: 85 }
const KINDS: [what: string, make: () => Sharp][] = [
  ['colours at half the width', () => sharp(whole).jpeg(steps)],
  ['colours as wide as the rest', () => sharp(whole).jpeg({ ...steps, chromaSubsampling: '4:4:4' })],
  ['the best quality', () => drawn(120, 80).jpeg({ ...steps, quality: 100 })],
  ['no colours', () => sharp(whole).greyscale().jpeg(steps)],
  ['the colours of print', () => sharp(whole).toColourspace('cmyk').jpeg(steps)],
  ['other steps', () => sharp(whole).jpeg({ ...steps, mozjpeg: true })],
  ['one point', () => sharp(whole).resize(1, 1).jpeg(steps)],
  ['whole units', () => drawn(64, 32).jpeg(steps)],
  ['one line', () => sharp(whole).resize(300, 1, { fit: 'fill' }).jpeg(steps)],
]

test.each(KINDS)('of a picture in steps (%s), one that is sent at once has every point', async (_, make) => {
  const file = await make().toBuffer()
  expect((await sharp(file).metadata()).isProgressive).toBe(true)
  const made = await atOnce(file, 8)
  expect((await sharp(made).metadata()).isProgressive).toBe(false)
  expect((await pixels(made)).equals(await pixels(file))).toBe(true)
})

test.each(['4:4:4', '4:2:0'])('what is not kept of it is not seen of it made smaller (%s)', async (colours) => {
  const blurred = await drawn(640, 480).removeAlpha().blur(1).raw().toBuffer()
  const file = await sharp(blurred, { raw: { width: 640, height: 480, channels: 3 } })
    .jpeg({ ...steps, chromaSubsampling: colours })
    .toBuffer()
  const differences = async (scale: number, side: number) => {
    const smaller = (from: Buffer) =>
      sharp(from)
        .resize({ width: Math.round(640 * scale) })
        .raw()
        .toBuffer()
    const [made, wanted] = [await smaller(await atOnce(file, side)), await smaller(file)]
    return made.reduce((sum, value, i) => sum + Math.abs(value - (wanted[i] ?? 0)), 0) / made.length
  }
  for (const scale of [0.9, 0.5, 0.34, 0.2, 0.1]) {
    expect(await differences(scale, sideFor(scale))).toBeLessThan(1)
  }
  // With fewer it is.
  expect(await differences(0.9, 2)).toBeGreaterThan(2)
})

test('the profile of its colours comes along', async () => {
  const file = await drawn(64, 64).withIccProfile('p3').jpeg(steps).toBuffer()
  const { icc } = await sharp(await atOnce(file, 8)).metadata()
  expect(icc?.length).toBeGreaterThan(100)
  expect(icc).toEqual((await sharp(file).metadata()).icc)
})

test.each([0.02, 0.3, 0.6, 0.9, 0.99])('one that ends after %d of it is refused', async (share) => {
  const file = await drawn(333, 211).jpeg(steps).toBuffer()
  await expect(atOnce(file.subarray(0, file.length * share), 8)).rejects.toThrow()
})

test('with wrong bytes it is refused, or becomes a picture of the same size', async () => {
  const file = await drawn(120, 80).jpeg(steps).toBuffer()
  const outcomes = { refused: 0, made: 0 }
  for (let seed = 0; seed < 300; seed++) {
    const random = new Random(seed)
    const changed = Buffer.from(file)
    for (let n = 0; n <= seed % 4; n++) changed[2 + random.below(file.length - 2)] = random.below(256)
    const made = await atOnce(changed, 4).catch(() => null)
    if (made) expect((await sharp(made).metadata()).format).toBe('jpeg')
    outcomes[made ? 'made' : 'refused']++
  }
  expect(outcomes.refused).toBeGreaterThan(20)
  expect(outcomes.made).toBeGreaterThan(20)
})

test('a size that nobody asked for is refused before there is room for it', async () => {
  const file = await drawn(64, 64).jpeg(steps).toBuffer()
  const limits = { side: 8, mostPixels: 64 * 64 - 1, shelf: emptyShelf() }
  await expect(readSteps(bytesOf(file), limits, pause)).rejects.toThrow('a strange size')
})
