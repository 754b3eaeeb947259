import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { ImportRefusal } from './refusal'
import { WxrParser } from './wxr-parser'
import type { WxrRecord } from './wxr-record'

/** What is told of a file beside its records. */
export type WxrReading = {
  /** Bytes of the file, as it lies on the disk, that have been read. */
  read(bytes: number): void
  /** Places where the file is no well-formed XML; told once, at the end. */
  faults(count: number): void
}

const CHUNK_BYTES = 64 * 1024
const UTF_8 = /^(?:utf-?8|us-ascii|ascii)$/i

/**
 * The records of an export, plain or gzip, as they are asked for: nothing is read ahead of the caller by more than a
 * chunk. Throws ImportRefusal for a file that is none, that is broken, or that ends too soon.
 */
export async function* readWxr(file: string, telling: WxrReading): AsyncGenerator<WxrRecord> {
  const name = basename(file)
  const parser = new WxrParser()
  const decoder = new TextDecoder('utf-8')
  let begun = false
  for await (const bytes of chunksOf(file, telling)) {
    if (!begun) checkBeginning(bytes, name)
    begun = true
    yield* parser.write(decoder.decode(bytes, { stream: true }))
    if (parser.tooDeep) throw new ImportRefusal(`${name} nests elements by the thousand; no WordPress writes that.`)
    if (parser.root !== null && parser.root !== 'rss') throw notAnExport(name, parser.root)
  }
  if (!begun) throw new ImportRefusal(`${name} is empty.`)
  yield* parser.write(decoder.decode())
  yield* parser.end()
  telling.faults(parser.faults)
  if (parser.root !== 'rss') throw notAnExport(name, parser.root)
  if (!parser.closed) {
    throw new ImportRefusal(`${name} ends in the middle: export it again, or download it again. Nothing was changed.`)
  }
  if (!parser.isExport) {
    throw new ImportRefusal(
      `${name} is a feed, but no WordPress export: those are made under Tools → Export and hold wp: elements.`,
    )
  }
}

/** Bytes of the file, unpacked where it is gzip. */
async function* chunksOf(file: string, telling: WxrReading): AsyncGenerator<Buffer> {
  const name = basename(file)
  const packed = await isGzip(file)
  const source = createReadStream(file, { highWaterMark: CHUNK_BYTES })
  source.on('data', () => telling.read(source.bytesRead))
  // Carries errors of either part to the reader, and closes the file when the reader stops; the callback is only asked for.
  const chunks = packed ? pipeline(source, createGunzip({ chunkSize: CHUNK_BYTES }), () => undefined) : source
  try {
    for await (const chunk of chunks) yield chunk as Buffer
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'Z_BUF_ERROR') throw new ImportRefusal(`${name} ends in the middle: download it again.`)
    if (code?.startsWith('Z_')) throw new ImportRefusal(`${name} cannot be unpacked: ${message}.`)
    throw error
  }
}

/** By its first bytes. Throws ImportRefusal where the file is missing, or is not what its name says. */
async function isGzip(file: string): Promise<boolean> {
  const name = basename(file)
  const found = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw new ImportRefusal(`There is no file ${file}.`)
    throw new ImportRefusal(`${name} cannot be read (${error.code}).`)
  })
  if (!found.isFile()) throw new ImportRefusal(`${name} is no file.`)
  const magic = await firstBytes(file)
  const packed = magic[0] === 0x1f && magic[1] === 0x8b
  if (magic.toString('latin1') === 'PK') throw new ImportRefusal(`${name} is a zip file: unpack it first.`)
  if (file.endsWith('.gz') && found.size > 0 && !packed) throw new ImportRefusal(`${name} is no gzip file.`)
  return packed
}

async function firstBytes(file: string): Promise<Buffer> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw new ImportRefusal(`${basename(file)} cannot be read (${error.code}).`)
  })
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

function checkBeginning(bytes: Buffer, name: string): void {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new ImportRefusal(`${name} is UTF-16; exports of WordPress are UTF-8.`)
  }
  const beginning = bytes
    .subarray(0, 1_000)
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
  if (beginning !== '' && !beginning.startsWith('<')) throw notAnExport(name, null)
  const encoding = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)/i.exec(beginning)?.[1]
  if (encoding !== undefined && !UTF_8.test(encoding)) {
    throw new ImportRefusal(`${name} says it is ${encoding}; exports of WordPress are UTF-8. Convert it first (iconv).`)
  }
}

function notAnExport(name: string, root: string | null): ImportRefusal {
  const what = root === null ? 'is no XML' : `begins with <${root}>`
  return new ImportRefusal(`${name} ${what}; a WordPress export is RSS with wp: elements (Tools → Export).`)
}
