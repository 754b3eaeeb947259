import { crc32, deflateSync } from 'node:zlib'

const u32 = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value >>> 0)
  return bytes
}
const u32le = (value: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}

const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')

export function pngChunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  return Buffer.concat([u32(data.length), named, u32(crc32(named))])
}

/** A PNG whose header says what it likes, and whose rows are what `rows` packs. */
export function png(
  header: { width: number; height: number; depth?: number; colour?: number; interlaced?: boolean },
  rows: Buffer,
  ...more: Buffer[]
): Buffer {
  const { width, height, depth = 8, colour = 0, interlaced = false } = header
  const ihdr = Buffer.concat([u32(width), u32(height), Buffer.from([depth, colour, 0, 0, interlaced ? 1 : 0])])
  return Buffer.concat([
    PNG,
    pngChunk('IHDR', ihdr),
    ...more,
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

/** So many zeros, packed: what a bomb is made of. */
export const packedZeros = (bytes: number): Buffer => deflateSync(Buffer.alloc(bytes), { level: 9 })

/** With a chunk of metadata behind its header. */
export function withPngChunk(image: Buffer, name: string, data: Buffer): Buffer {
  const afterHeader = PNG.length + 25
  return Buffer.concat([image.subarray(0, afterHeader), pngChunk(name, data), image.subarray(afterHeader)])
}

/** With a segment behind its first mark: 0xfe is a comment, 0xe1 EXIF or XMP. */
export function withJpegSegment(image: Buffer, mark: number, data: Buffer): Buffer {
  const segment = Buffer.concat([Buffer.from([0xff, mark, (data.length + 2) >> 8, (data.length + 2) & 255]), data])
  return Buffer.concat([image.subarray(0, 2), segment, image.subarray(2)])
}

/** With a comment before its end. */
export function withGifComment(image: Buffer, text: Buffer): Buffer {
  const blocks: Buffer[] = []
  for (let at = 0; at < text.length; at += 255) {
    const block = text.subarray(at, at + 255)
    blocks.push(Buffer.from([block.length]), block)
  }
  const comment = Buffer.concat([Buffer.from([0x21, 0xfe]), ...blocks, Buffer.from([0])])
  return Buffer.concat([image.subarray(0, -1), comment, image.subarray(-1)])
}

/** With one more chunk at its end, and the length that it has now. */
export function withWebpChunk(image: Buffer, name: string, data: Buffer): Buffer {
  const padded = data.length % 2 ? Buffer.concat([data, Buffer.alloc(1)]) : data
  const all = Buffer.concat([image, Buffer.from(name, 'latin1'), u32le(data.length), padded])
  all.writeUInt32LE(all.length - 8, 4)
  return all
}

/** A GIF of frames of one pixel on a canvas of any size. */
export function gif(width: number, height: number, frames: number): Buffer {
  const header = Buffer.from('GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff', 'latin1')
  header.writeUInt16LE(width, 6)
  header.writeUInt16LE(height, 8)
  const frame = Buffer.from('\x21\xf9\x04\0\x01\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0', 'latin1')
  return Buffer.concat([header, ...Array.from({ length: frames }, () => frame), Buffer.from([0x3b])])
}

/** The canvas that an extended WebP says it has, over whatever is in it. */
export function webpCanvas(width: number, height: number, image: Buffer): Buffer {
  const data = Buffer.alloc(10)
  data.writeUIntLE(width - 1, 4, 3)
  data.writeUIntLE(height - 1, 7, 3)
  const head = Buffer.concat([image.subarray(0, 12), Buffer.from('VP8X', 'latin1'), u32le(10), data])
  const all = Buffer.concat([head, image.subarray(12)])
  all.writeUInt32LE(all.length - 8, 4)
  return all
}

/** The size in a JPEG's frame header, over whatever is in it. */
export function withJpegSize(image: Buffer, width: number, height: number): Buffer {
  const changed = Buffer.from(image)
  for (let at = 2; at < changed.length - 9; at += 2 + changed.readUInt16BE(at + 2)) {
    const mark = changed[at + 1] ?? 0
    if (mark !== 0xc0 && mark !== 0xc2) continue
    changed.writeUInt16BE(height, at + 5)
    changed.writeUInt16BE(width, at + 7)
    return changed
  }
  throw new Error('the image has no frame')
}
