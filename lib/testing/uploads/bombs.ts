import {
  gif,
  packedZeros,
  png,
  pngChunk,
  webpCanvas,
  withJpegSegment,
  withJpegSize,
  withPngChunk,
  withWebpChunk,
} from './bytes'
import type { Hostile } from './hostile'
import { type Base, bases, drawing } from './material'

const MB = 1_000_000

/** Small files that are large when they are read, or never end. */
export async function bombs(): Promise<Hostile[]> {
  const images = await bases(99)
  const of = (type: Base['type']) => images.find((base) => base.type === type)?.bytes ?? Buffer.alloc(0)
  const [jpeg, webp, whole] = [of('jpeg'), of('webp'), of('png')]
  const exif = Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1'), loopingDirectory()])
  const profile = Buffer.concat([Buffer.from('p\0\0'), packedZeros(300 * MB)])
  const made: [what: string, extension: string, bytes: Buffer][] = [
    ['20,000 × 20,000 points in a PNG', 'png', png({ width: 20_000, height: 20_000, depth: 1 }, packedZeros(50 * MB))],
    ['64 million points of 16 bits', 'png', png({ width: 8_000, height: 8_000, depth: 16 }, packedZeros(128 * MB))],
    ['48 million points, interlaced', 'png', interlaced(6_900)],
    ['a line of a million points', 'png', png({ width: MB, height: 1 }, packedZeros(MB + 1))],
    ['no points at all', 'png', png({ width: 0, height: 0 }, packedZeros(0))],
    ['two billion points each way', 'png', png({ width: 2 ** 31 - 1, height: 2 ** 31 - 1 }, packedZeros(MB))],
    ['rows that go on for ever', 'png', png({ width: 100, height: 100 }, packedZeros(300 * MB))],
    ['300 MB of text in a PNG', 'png', withPngChunk(whole, 'zTXt', profile)],
    ['300 MB of colours in a PNG', 'png', withPngChunk(whole, 'iCCP', profile)],
    ['100,000 chunks of text', 'png', many(whole, 100_000)],
    ['a GIF of 65,535 × 65,535', 'gif', gif(65_535, 65_535, 1)],
    ['a GIF of 200,000 pictures', 'gif', gif(100, 100, 200_000)],
    ['pictures of 7,000 × 7,000', 'gif', gif(7_000, 7_000, 300)],
    ['a JPEG that says it has 65,500 × 65,500', 'jpg', withJpegSize(jpeg, 65_500, 65_500)],
    ['a JPEG that says it has 8,000 × 8,000', 'jpg', withJpegSize(jpeg, 8_000, 8_000)],
    ['48 million points in steps', 'jpg', await inSteps()],
    ['EXIF that leads back to itself', 'jpg', withJpegSegment(jpeg, 0xe1, exif)],
    ['400 segments of EXIF', 'jpg', segments(jpeg, 400)],
    ['a WebP of 16,000,000 points each way', 'webp', webpCanvas(16_000_000, 16_000_000, webp)],
    ['a WebP whose chunk is longer than it', 'webp', longer(withWebpChunk(webp, 'EXIF', Buffer.alloc(10)))],
  ]
  return made.map(([what, extension, bytes]) => ({ what, name: `h.${extension}`, bytes }))
}

/** Seven passes, each over the whole of it. */
const interlaced = (side: number) =>
  png({ width: side, height: side, colour: 2, interlaced: true }, packedZeros(side * side * 3 + side * 20))

const inSteps = () =>
  drawing(5, 690, 690).resize(6_900, 6_900, { kernel: 'nearest' }).jpeg({ progressive: true, quality: 30 }).toBuffer()

function loopingDirectory(): Buffer {
  const entry = Buffer.from('\x87\x69\0\x04\0\0\0\x01\0\0\0\x08', 'latin1')
  return Buffer.concat([
    Buffer.from([0, 200]),
    ...Array.from({ length: 200 }, () => entry),
    Buffer.from('\0\0\0\x08', 'latin1'),
  ])
}

function segments(jpeg: Buffer, count: number): Buffer {
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0xff, 0xff]), Buffer.from('Exif\0\0'), Buffer.alloc(65_527)])
  return Buffer.concat([jpeg.subarray(0, 2), ...Array.from({ length: count }, () => segment), jpeg.subarray(2)])
}

function many(image: Buffer, count: number): Buffer {
  const chunk = pngChunk('tEXt', Buffer.from('k\0v'))
  const chunks = Buffer.concat(Array.from({ length: count }, () => chunk))
  return Buffer.concat([image.subarray(0, 33), chunks, image.subarray(33)])
}

function longer(webp: Buffer): Buffer {
  const changed = Buffer.from(webp)
  changed.writeUInt32LE(0x7ffffff0, 16)
  return changed
}
