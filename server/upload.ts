import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { recordRefused } from '@/lib/audit/mutations'
import { sessionOf } from '@/lib/auth/open-session'
import { may, type Viewer } from '@/lib/auth/permissions'
import { log } from '@/lib/log'
import { MAX_UPLOAD_BYTES } from '@/lib/media/limits'
import { receiveUpload } from '@/lib/media/receive'
import type { UploadAnswer, UploadRefusal } from '@/lib/media/upload'
import type { PageContext } from '@/lib/page-context'
import type { Door } from './door'
import { endUnread, isFromOwnPage } from './form-post'
import { newsroomHeaders } from './headers'
import { send } from './send'

const ACT = 'media.upload'
/** Whoever sends nothing for so long has gone. */
const SILENCE_MS = 30_000
/** At most so many come in at once, so that they neither fill the disk nor wait for ever. */
const AT_ONCE = 8

const STATUSES: Partial<Record<UploadRefusal, number>> = {
  ...{ signedOut: 401, forbidden: 403, tooLarge: 413, busy: 503, failed: 500 },
  ...{ svg: 415, heif: 415, otherType: 415 },
}

let coming = 0

/**
 * One picture as the body of a post, named by a header. It is the door that takes it, and not a page of Next's: there what is
 * sent faster than the disk writes would lie in memory.
 */
export async function answerUpload(
  door: Door,
  req: IncomingMessage,
  res: ServerResponse,
  context: PageContext,
): Promise<void> {
  const viewer = await uploaderOf(door, req, context)
  const answer: UploadAnswer =
    typeof viewer === 'string' ? { ok: false, reason: viewer } : await take(door, req, context, viewer)
  if (!req.complete) endUnread(req, res)
  const status = answer.ok ? 200 : (STATUSES[answer.reason] ?? 422)
  const headers = { ...newsroomHeaders(randomBytes(16).toString('base64')), 'content-type': 'application/json' }
  send(req, res, { status, headers, body: Buffer.from(JSON.stringify(answer)) })
}

/** Whoever may send one, or why not; nothing of the body has been read then. */
async function uploaderOf(
  { env, db }: Door,
  req: IncomingMessage,
  context: PageContext,
): Promise<Viewer | UploadRefusal> {
  const { 'user-agent': userAgent = '', cookie: cookies = '', 'sec-fetch-site': site } = req.headers
  if (!isFromOwnPage(req, env) || (site !== undefined && site !== 'same-origin')) return 'forbidden'
  const now = new Date()
  const session = await sessionOf(
    db,
    { address: context.clientAddress, userAgent: userAgent.slice(0, 254), cookies },
    now,
  )
  if (!session) return 'signedOut'
  const { viewer } = session
  if (may(viewer, ACT)) return viewer
  await recordRefused(db, viewer, { act: ACT, details: { reason: 'forbidden' } }, now)
  return 'forbidden'
}

async function take(
  { db, env }: Door,
  req: IncomingMessage,
  { requestId }: PageContext,
  viewer: Viewer,
): Promise<UploadAnswer> {
  if (Number(req.headers['content-length'] ?? 0) > MAX_UPLOAD_BYTES) return { ok: false, reason: 'tooLarge' }
  if (coming >= AT_ONCE) return { ok: false, reason: 'busy' }
  coming++
  req.setTimeout(SILENCE_MS, () => req.destroy())
  req.once('end', () => req.setTimeout(0))
  // Left unread, not destroyed, where it is refused in the middle: its sender must still hear why.
  const body = req.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
  try {
    return await receiveUpload(db, env.dataDir, { name: nameOf(req), body }, viewer)
  } catch (error) {
    if (req.destroyed && !req.complete) throw error
    log().error({ error, requestId }, 'an upload failed')
    return { ok: false, reason: 'failed' }
  } finally {
    coming--
  }
}

function nameOf(req: IncomingMessage): string {
  try {
    return decodeURIComponent(String(req.headers['x-file-name'] ?? ''))
  } catch {
    return ''
  }
}
