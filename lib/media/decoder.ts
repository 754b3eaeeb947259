// The process that reads pictures which strangers made, and the only one that loads what can. It gets a file, the kind that
// its first bytes say it is, and a folder to write into: node decoder.mjs picture jpeg FILE FOLDER
// or, of a picture that was kept: node decoder.mjs avif jpg FILE FOLDER WIDTH HEIGHT
// or: node decoder.mjs crops jpg FILE FOLDER FOCAL-X FOCAL-Y RATIO…
// or, of a file that came with an archive: node decoder.mjs measure jpeg FILE FOLDER
// and: node decoder.mjs size jpeg FILE FOLDER NAME WIDTH HEIGHT
// It says what it has made in one line of JSON, and ends itself where that takes too much.
import { readSync, writeSync } from 'node:fs'
import { open, rm } from 'node:fs/promises'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { cropRegion, cropSizes, variantHeight, variantWidths } from './address'
import { readSaid } from './embedded/said'
import { DECODER, keptSize, MAX_PIXELS } from './limits'
import { shelfIn } from './shelf'
import { Bytes } from './steps/bytes'
import { readSteps } from './steps/picture'
import { isLargeInSteps, sideFor } from './steps/side'
import { writeWhole } from './steps/whole'
import type { Decoded, UploadRefusal } from './upload'

const LOADERS: Record<string, string> = {
  jpeg: 'VipsForeignLoadJpegFile',
  jpg: 'VipsForeignLoadJpegFile',
  png: 'VipsForeignLoadPngFile',
  webp: 'VipsForeignLoadWebpFile',
  gif: 'VipsForeignLoadNsgifFile',
}
/** What is lost of an image that is not truncated is not seen; what ends too early is refused. */
const READING = { failOn: 'error', limitInputPixels: MAX_PIXELS, sequentialRead: true } as const
/** A drawing keeps its sharp edges; what is heavier than this as one is a photograph. */
const MOST_PNG_BYTES = 1_500_000

/** Choosing the codes of a larger one takes all its numbers in memory, and makes it 3 % lighter. */
const MOST_OPTIMISED = 4_000_000

type Raw = { data: Buffer; info: { width: number; height: number; channels: 1 | 2 | 3 | 4 } }

const WEBP = { quality: 76 }
/** Colours at half the width, as photographs have them anyway: a quarter less memory. */
const AVIF = { quality: 50, effort: 2, chromaSubsampling: '4:2:0' }

const [mode = '', type = '', file = '', folder = '', ...rest] = process.argv.slice(2)

/** Of a file of ours, and nobody waits for it. */
const isSlow = mode !== 'picture'

async function makePicture(): Promise<Decoded | { refused: UploadRefusal }> {
  const metadata = await sharp(file, READING).metadata()
  const { width = 0, height = 0, pages = 1, orientation = 1 } = metadata
  if (width * height > MAX_PIXELS) return { refused: 'tooManyPixels' }
  const kept = keptSize(width, height)
  const source = await sentAtOnce(metadata, kept.width / width)
  // Made smaller first: turning needs the whole of it in memory.
  const small = await raw(
    sharp(source, READING)
      .resize({ ...kept, fit: 'fill' })
      .toColourspace('srgb'),
  )
  const upright = await turned(small, orientation)
  const flat = await opaque(upright)
  const base = await encodeBase(flat)
  const size = { width: flat.info.width, height: flat.info.height }
  await write(`${size.width}x${size.height}.${base.type}`, base.bytes)
  const variants: Decoded['variants'] = []
  for (const wide of variantWidths(size)) {
    const bytes = await opened(flat)
      .resize({ width: wide, height: variantHeight(size, wide), fit: 'fill' })
      .webp(WEBP)
      .toBuffer()
    await write(`${wide}.webp`, bytes)
    variants.push({ width: wide, height: variantHeight(size, wide), bytes: bytes.length })
  }
  return { ...size, type: base.type, bytes: base.bytes.length, animated: pages > 1, variants, said: saidIn(metadata) }
}

/**
 * A file that is read line by line, where this one is a JPEG in steps too large to be held whole: of it no more is kept than is
 * seen of it `scale` times as large, and of that a few rows in memory.
 */
async function sentAtOnce(
  { width = 0, height = 0, channels = 3, isProgressive = false }: Metadata,
  scale: number,
): Promise<string> {
  if (type !== 'jpeg' || !isProgressive || !isLargeInSteps({ width, height, colours: channels })) return file
  const [whole, rows] = [`${folder}.jpg`, `${folder}.rows`]
  const [from, to, kept] = await Promise.all([open(file), open(whole, 'w'), open(rows, 'w+')])
  try {
    const bytes = new Bytes((window) => readSync(from.fd, window))
    const write = (some: Uint8Array) => {
      for (let at = 0; at < some.length; ) at += writeSync(to.fd, some, at)
    }
    const limits = { side: sideFor(scale), mostPixels: width * height, shelf: shelfIn(kept.fd) }
    const read = await readSteps(bytes, limits, () => setImmediate())
    await writeWhole(read, write, () => setImmediate())
  } finally {
    await Promise.all([from.close(), to.close(), kept.close()])
    await rm(rows)
  }
  return whole
}

/** What the file says of itself; what cannot be read of that is no reason to refuse a picture. */
function saidIn({ exif, iptc, xmp }: Metadata): Decoded['said'] {
  return readSaid({ exif, iptc, xmp: xmp?.toString('utf8') })
}

/** A variant of our own file; it is slow, so each is made by itself, and whoever uploads gets between. */
async function makeAvif(wide: number, high: number): Promise<void> {
  const resized = sharp(file, READING).resize({ width: wide, height: high, fit: 'fill' })
  const bytes = await resized.avif(AVIF).toBuffer()
  await write(`${wide}.avif`, bytes)
  say({ width: wide, height: high, bytes: bytes.length })
}

/** Crops of our own file, for those who want other proportions; what was transparent is on white. */
async function makeCrops(x: number, y: number, ratios: string[]): Promise<void> {
  const { width = 0, height = 0 } = await sharp(file, READING).metadata()
  const made: Decoded['variants'] = []
  for (const ratio of ratios) {
    const size = cropSizes({ width, height }).find((crop) => crop.ratio === ratio)
    if (!size) throw new Error(`no crop ${ratio} of ${width} × ${height}`)
    const bytes = await sharp(file, READING)
      .extract(cropRegion({ width, height }, size, { x, y }))
      .resize({ width: size.width, height: size.height, fit: 'fill' })
      .flatten({ background: '#fff' })
      .jpeg({ quality: 82, mozjpeg: true })
      .toBuffer()
    await write(`${ratio}-${size.width}x${size.height}.jpg`, bytes)
    made.push({ width: size.width, height: size.height, bytes: bytes.length })
  }
  say(made)
}

/** How large a file of an archive is, upright. */
async function measure(): Promise<void> {
  const { autoOrient } = await sharp(file, READING).metadata()
  say({ width: autoOrient.width, height: autoOrient.height, bytes: 1 })
}

/** A smaller form of a file that came with an archive, in its own kind; a GIF stands still, and is a PNG. */
async function makeSize(name: string, wide: number, high: number): Promise<void> {
  const metadata = await sharp(file, READING).metadata()
  const { width, height } = metadata.autoOrient
  const source = await sentAtOnce(metadata, Math.max(wide / width, high / height))
  const resized = sharp(source, READING).autoOrient().resize({ width: wide, height: high, fit: 'cover' })
  const encoded =
    type === 'jpeg'
      ? resized.jpeg({ quality: 82, mozjpeg: true })
      : type === 'webp'
        ? resized.webp(WEBP)
        : resized.png()
  const bytes = await encoded.toBuffer()
  await write(name, bytes)
  say({ width: wide, height: high, bytes: bytes.length })
}

async function raw(image: Sharp): Promise<Raw> {
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true })
  return { data, info: { width: info.width, height: info.height, channels: info.channels as Raw['info']['channels'] } }
}

const opened = ({ data, info }: Raw): Sharp => sharp(data, { raw: info })

/** Upright, as the camera says it was held: what it says goes with everything else that it says. */
async function turned(image: Raw, orientation: number): Promise<Raw> {
  const mirrored = [2, 4, 5, 7].includes(orientation)
  const angle = { 3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270 }[orientation] ?? 0
  const first = mirrored ? await raw(opened(image).flop()) : image
  return angle ? raw(opened(first).rotate(angle)) : first
}

async function opaque(image: Raw): Promise<Raw> {
  if (image.info.channels === 1 || image.info.channels === 3) return image
  const { isOpaque } = await opened(image).stats()
  return isOpaque ? raw(opened(image).removeAlpha()) : image
}

async function encodeBase(image: Raw): Promise<{ type: Decoded['type']; bytes: Buffer }> {
  const isOpaque = image.info.channels === 1 || image.info.channels === 3
  const isDrawing = type === 'png' || type === 'gif'
  if (!isOpaque || isDrawing) {
    const bytes = await opened(image).png({ compressionLevel: 8 }).toBuffer()
    if (!isOpaque || bytes.length <= MOST_PNG_BYTES) return { type: 'png', bytes }
  }
  const optimiseCoding = image.info.width * image.info.height <= MOST_OPTIMISED
  return { type: 'jpg', bytes: await opened(image).jpeg({ quality: 85, optimiseCoding }).toBuffer() }
}

/** On the disk when it returns. */
async function write(name: string, bytes: Buffer): Promise<void> {
  const handle = await open(join(folder, name), 'wx')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function say(said: object): void {
  writeSync(1, `${JSON.stringify(said)}\n`)
}

/** Pictures are read in threads beside this one, which looks after them meanwhile. */
function watch(): void {
  const began = performance.now()
  const most = isSlow ? DECODER.slowMemoryBytes : DECODER.memoryBytes
  setInterval(() => {
    const { user, system } = process.cpuUsage()
    const tooLong = performance.now() - began > DECODER.wallSeconds * 1_000
    const tooMuch = process.memoryUsage.rss() > most || user + system > DECODER.cpuSeconds * 1e6
    if (!tooLong && !tooMuch) return
    say({ refused: 'tooHeavy' satisfies UploadRefusal })
    // An ordinary end waits for the threads.
    process.kill(process.pid, 'SIGKILL')
  }, 5).unref()
}

watch()
// Somebody waits for a picture, and nobody for its slow variants.
if (isSlow) setPriority(15)
sharp.cache(false)
sharp.concurrency(1)
// Only what reads this very kind can be reached, whatever else the file may look like.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({ operation: [LOADERS[type] ?? ''] })
try {
  if (mode === 'avif') await makeAvif(Number(rest[0]), Number(rest[1]))
  else if (mode === 'size') await makeSize(rest[0] ?? '', Number(rest[1]), Number(rest[2]))
  else if (mode === 'measure') await measure()
  else if (mode === 'crops') await makeCrops(Number(rest[0]), Number(rest[1]), rest.slice(2))
  else say(await makePicture())
} catch (error) {
  say({ refused: /pixel limit/i.test(String(error)) ? 'tooManyPixels' : 'damaged' })
}
