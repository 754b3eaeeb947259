import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { UploadAnswer } from '@/lib/media/upload'
import type { NewsroomClient } from '@/lib/testing/newsroom-client'
import { UPLOAD_PATH } from '@/server/newsroom-path'
import type { Writer } from './writers'

/** Somebody who uploads one picture after the other, each another one. */
export function uploaderOf(dataDir: string, client: NewsroomClient): Writer {
  const uploaded: { id: number; src: string }[] = []
  let number = 0
  const writer: Writer = {
    name: 'uploads',
    acknowledged: 0,
    async writeUntilItFails() {
      for (;;) {
        const body = new Uint8Array(await drawPicture(++number))
        const answer = await client
          .fetch(UPLOAD_PATH, {
            method: 'POST',
            headers: { 'content-type': 'application/octet-stream', 'x-file-name': `picture-${number}.png` },
            body,
          })
          .then((response) => response.json() as Promise<UploadAnswer>)
          .catch(() => null)
        if (!answer) return
        if (!answer.ok) throw new Error(`an upload was refused: ${answer.reason}`)
        uploaded.push(answer.picture)
        writer.acknowledged++
      }
    },
    async lost(db) {
      const rows = await db.media.findMany({ select: { id: true } })
      const there = new Set(rows.map(({ id }) => id))
      const faults: string[] = []
      for (const { id, src } of uploaded) {
        const file = await stat(join(dataDir, src)).catch(() => null)
        if (!there.has(id) || !file?.size) faults.push(`lost: picture ${id}, ${src}`)
      }
      return faults
    },
  }
  return writer
}

const COLOURS = 256 ** 3
const STEP = 4_567_891

/** No two alike. */
function drawPicture(number: number): Promise<Buffer> {
  const colour = (number * STEP) % COLOURS
  const background = { r: colour >> 16, g: (colour >> 8) & 255, b: colour & 255 }
  return sharp({ create: { width: 640, height: 480, channels: 3, background } })
    .png()
    .toBuffer()
}
