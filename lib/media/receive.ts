import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { basePath, keyOf } from './address'
import { decodePicture } from './decode'
import { HEAD_BYTES, type ImageType, imageTypeOf, isImageType } from './image-type'
import { MAX_UPLOAD_BYTES } from './limits'
import { areKept, closeIncoming, keepFolder, openIncoming } from './store'
import { fileNameOf, type UploadAnswer, type UploadRefusal } from './upload'
import { findUpload, recordFound, recordUpload } from './upload-mutations'

export type Sent = { name: string; body: AsyncIterable<Uint8Array> }

/**
 * Takes a file that somebody sends: what it is by its bytes, no more of it than may be, decoded by a process of its own, and
 * of that what readers get. The file itself is kept no longer than this. The same bytes again are the same picture,
 * and bring back what was lost of it.
 */
export async function receiveUpload(
  db: Database,
  dataDir: string,
  { name, body }: Sent,
  actor: Viewer,
  clock: () => Date = () => new Date(),
): Promise<UploadAnswer> {
  const folder = await openIncoming(dataDir)
  try {
    const file = join(folder, 'received')
    const received = await writeDown(file, body)
    if ('reason' in received) return { ok: false, reason: received.reason }
    const { hash, type } = received
    const known = await findUpload(db, hash)
    if (known && (await areKept(dataDir, known.files))) return { ok: true, picture: known.picture }
    const made = join(folder, 'made')
    const read = await decodePicture(type, file, made)
    if (!read.ok) return read
    await keepFolder(dataDir, made, keyOf(hash))
    if (known) {
      const { type: base, ...size } = read.decoded
      // Made by rules that have changed since: what pages ask for would still not be there.
      if (basePath({ key: keyOf(hash), ...size }, base) !== known.picture.src) return { ok: false, reason: 'failed' }
      await recordFound(db, known.picture, actor, clock())
      return { ok: true, picture: known.picture }
    }
    const originalName = fileNameOf(name)
    return { ok: true, picture: await recordUpload(db, { hash, originalName, ...read.decoded }, actor, clock()) }
  } finally {
    await closeIncoming(folder)
  }
}

type Received = { hash: string; type: ImageType } | { reason: UploadRefusal }

/** Into a file, as it comes: whoever sends is only asked for more when the disk has what was sent. */
async function writeDown(file: string, body: AsyncIterable<Uint8Array>): Promise<Received> {
  const handle = await open(file, 'wx')
  const hash = createHash('sha256')
  let head = new Uint8Array()
  let length = 0
  try {
    for await (const chunk of body) {
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)])
      length += chunk.length
      if (length > MAX_UPLOAD_BYTES) return { reason: 'tooLarge' }
      // The rest of what is no image need not come.
      const type = imageTypeOf(head)
      if (head.length >= HEAD_BYTES && !isImageType(type)) return { reason: type }
      hash.update(chunk)
      await handle.appendFile(chunk)
    }
  } finally {
    await handle.close()
  }
  const type = imageTypeOf(head)
  return isImageType(type) ? { hash: hash.digest('hex'), type } : { reason: type }
}
