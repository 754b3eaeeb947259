import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { storageOf } from '@/lib/storage/open'
import { basePath, keyOf } from './address'
import { decodePicture } from './decode'
import { HEAD_BYTES, type ImageType, imageTypeOf, isImageType } from './image-type'
import { MAX_UPLOAD_BYTES } from './limits'
import { areKept, closeIncoming, openIncoming, openPart, sizeOfPart } from './store'
import { fileNameOf, type UploadAnswer, type UploadRefusal } from './upload'
import { findUpload, recordFound, recordUpload } from './upload-mutations'

/** `part`: of a file whose sending may break off and go on, where its beginning is here already. */
export type Sent = { name: string; body: AsyncIterable<Uint8Array>; part?: { key: string; offset: number } }

/**
 * Takes a file that somebody sends: what it is by its bytes, no more of it than may be, decoded by a process of its own, and
 * of that what readers get. The file itself is kept no longer than this. The same bytes again are the same picture,
 * and bring back what was lost of it.
 */
export async function receiveUpload(
  db: Database,
  dataDir: string,
  { name, body, part }: Sent,
  actor: Viewer,
  clock: () => Date = () => new Date(),
): Promise<UploadAnswer> {
  const offset = part?.offset ?? 0
  if (part && (await sizeOfPart(dataDir, part.key)) !== offset) return { ok: false, reason: 'offset' }
  const folder = part ? await openPart(dataDir, part.key) : await openIncoming(dataDir)
  let brokeOff = false
  try {
    const file = join(folder, 'received')
    const received = await writeDown(file, body, offset).catch((error: unknown) => {
      brokeOff = true
      throw error
    })
    if ('reason' in received) return { ok: false, reason: received.reason }
    const { hash, type } = received
    const known = await findUpload(db, hash)
    if (known && (await areKept(await storageOf(db, dataDir), known.files)))
      return { ok: true, picture: known.picture, isKnown: true }
    const made = join(folder, 'made')
    const read = await decodePicture(type, file, made)
    if (!read.ok) return read
    // Asked anew: what was chosen may have changed while it was decoded.
    await (await storageOf(db, dataDir)).putFolder(keyOf(hash), made)
    if (known) {
      const { type: base, ...size } = read.decoded
      // Made by rules that have changed since: what pages ask for would still not be there.
      if (basePath({ key: keyOf(hash), ...size }, base) !== known.picture.src) return { ok: false, reason: 'failed' }
      await recordFound(db, known.picture, actor, clock())
      return { ok: true, picture: known.picture, isKnown: true }
    }
    const originalName = fileNameOf(name)
    const picture = await recordUpload(db, { hash, originalName, ...read.decoded }, actor, clock())
    return { ok: true, picture, isKnown: false }
  } finally {
    // What has come waits for the rest, until it is forgotten.
    if (!brokeOff || !part) await closeIncoming(folder)
  }
}

type Received = { hash: string; type: ImageType } | { reason: UploadRefusal }

/**
 * Into a file, as it comes, behind what is there: whoever sends is only asked for more when the disk has what was sent.
 */
async function writeDown(file: string, body: AsyncIterable<Uint8Array>, offset: number): Promise<Received> {
  const handle = await open(file, 'a+')
  let head = await readHead(handle)
  let length = offset
  try {
    for await (const chunk of body) {
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)])
      length += chunk.length
      if (length > MAX_UPLOAD_BYTES) return { reason: 'tooLarge' }
      // The rest of what is no image need not come.
      const type = imageTypeOf(head)
      if (head.length >= HEAD_BYTES && !isImageType(type)) return { reason: type }
      await handle.appendFile(chunk)
    }
  } finally {
    await handle.close()
  }
  const type = imageTypeOf(head)
  return isImageType(type) ? { hash: await hashOf(file), type } : { reason: type }
}

async function readHead(handle: FileHandle): Promise<Uint8Array<ArrayBuffer>> {
  const { bytesRead, buffer } = await handle.read(new Uint8Array(HEAD_BYTES), 0, HEAD_BYTES, 0)
  return buffer.slice(0, bytesRead)
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('hex')
}
