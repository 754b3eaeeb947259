import { HEAD_BYTES, imageTypeOf, isImageType } from '@/lib/media/image-type'
import { MAX_UPLOAD_BYTES } from '@/lib/media/limits'
import type { UploadAnswer } from '@/lib/media/upload'

/** Of the door (server/newsroom-path.ts). */
const ADDRESS = '/admin/media/upload/'

/** `offline`: nobody answered, so it can be sent again as it is. `cancelled`: whoever sent it no longer wants to. */
export type Sending = UploadAnswer | { ok: false; reason: 'offline' | 'cancelled' }

/**
 * Sends a file; `progress` hears how much of it has gone, from 0 to 1. What would be refused is not sent at all. With XHR,
 * because fetch says nothing of what has gone.
 */
export async function sendFile(file: File, progress: (share: number) => void, signal: AbortSignal): Promise<Sending> {
  const head = await file
    .slice(0, HEAD_BYTES)
    .arrayBuffer()
    .catch(() => null)
  // Moved or changed since it was chosen.
  if (head === null) return { ok: false, reason: 'damaged' }
  const type = imageTypeOf(new Uint8Array(head))
  if (!isImageType(type)) return { ok: false, reason: type }
  if (file.size > MAX_UPLOAD_BYTES) return { ok: false, reason: 'tooLarge' }
  if (signal.aborted) return { ok: false, reason: 'cancelled' }
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', ADDRESS)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name.toWellFormed().slice(0, 200)))
    request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0)
    request.onload = () => resolve(answerOf(request.responseText))
    request.onerror = () => resolve({ ok: false, reason: 'offline' })
    request.onabort = () => resolve({ ok: false, reason: 'cancelled' })
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
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
