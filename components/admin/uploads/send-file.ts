import { HEAD_BYTES, imageTypeOf, isImageType } from '@/lib/media/image-type'
import { MAX_UPLOAD_BYTES } from '@/lib/media/limits'
import type { UploadAnswer } from '@/lib/media/upload'

/** Of the door (server/newsroom-path.ts). */
const ADDRESS = '/admin/media/upload/'

/** `offline`: nobody answered, so it can be sent again as it is. `cancelled`: whoever sent it no longer wants to. */
export type Sending = UploadAnswer | { ok: false; reason: 'offline' | 'cancelled' }

/** Between one try and the next: a train comes out of its tunnel, or somebody presses the button. */
const PAUSES_MS = [1_000, 4_000, 10_000]

/**
 * Sends a file; `progress` hears how much of it has gone, from 0 to 1. What would be refused is not sent at all. Where the
 * connection breaks it goes on by itself from what has arrived, a few times; `id` names the file to the server, so that a later
 * call goes on with it too.
 */
export async function sendFile(
  file: File,
  progress: (share: number) => void,
  signal: AbortSignal,
  id: string,
): Promise<Sending> {
  const head = await file
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .catch(() => null)
  // Moved or changed since it was chosen.
  if (head === null) return { ok: false, reason: 'damaged' }
  const type = imageTypeOf(new Uint8Array(head))
  if (!isImageType(type)) return { ok: false, reason: type }
  if (file.size > MAX_UPLOAD_BYTES) return { ok: false, reason: 'tooLarge' }
  for (let tried = 0; ; tried++) {
    if (signal.aborted) return { ok: false, reason: 'cancelled' }
    const offset = await arrivedOf(id, signal)
    const sent = offset === null ? OFFLINE : await sendRest(file, offset, progress, signal, id)
    const pause = PAUSES_MS[tried]
    const goesOn = !sent.ok && (sent.reason === 'offline' || sent.reason === 'offset')
    if (!goesOn || pause === undefined) return sent
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
}

const OFFLINE: Sending = { ok: false, reason: 'offline' }

/** How much of a file has arrived; null: nobody answers. */
async function arrivedOf(id: string, signal: AbortSignal): Promise<number | null> {
  try {
    const answer = await fetch(ADDRESS, { method: 'POST', signal, headers: { 'x-upload-id': id, 'x-upload-ask': '1' } })
    const { offset } = (await answer.json()) as { offset?: number }
    // Refused: the sending itself says why.
    return offset ?? 0
  } catch {
    return null
  }
}

/** With XHR, because fetch says nothing of what has gone. */
function sendRest(
  file: File,
  offset: number,
  progress: (share: number) => void,
  signal: AbortSignal,
  id: string,
): Promise<Sending> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', ADDRESS)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.toWellFormed().slice(0, 200)))
    request.setRequestHeader('x-upload-id', id)
    request.setRequestHeader('x-upload-offset', String(offset))
    request.upload.onprogress = ({ loaded }) => progress(file.size > 0 ? (offset + loaded) / file.size : 0)
    request.onload = () => resolve(answerOf(request.responseText))
    request.onerror = () => resolve(OFFLINE)
    request.onabort = () => resolve({ ok: false, reason: 'cancelled' })
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file.slice(offset))
  })
}

/** Our own server's words, unless something stands between. */
function answerOf(text: string): Sending {
  try {
    return JSON.parse(text) as UploadAnswer
  } catch {
    return { ok: false, reason: 'failed' }
  }
}
