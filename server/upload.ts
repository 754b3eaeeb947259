import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { recordRefused } from '@/lib/audit/mutations'
import { sessionOf } from '@/lib/auth/open-session'
import { may, type Viewer } from '@/lib/auth/permissions'
import { log } from '@/lib/log'
import { MAX_UPLOAD_BYTES } from '@/lib/media/limits'
import { receiveUpload } from '@/lib/media/receive'
import { sizeOfPart } from '@/lib/media/store'
import type { UploadAnswer, UploadRefusal } from '@/lib/media/upload'
import type { PageContext } from '@/lib/page-context'
import { StorageAway } from '@/lib/storage/storage'
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
  ...{ signedOut: 401, forbidden: 403, tooLarge: 413, busy: 503, away: 503, failed: 500 },
  ...{ svg: 415, heif: 415, otherType: 415, offset: 409 },
}

let coming = 0

/**
 * One picture as the body of a post, named by a header; or, where its sending broke off, the rest of one. The door takes it,
 * and not a page of Next's: there what is sent faster than the disk writes would lie in memory.
 */
export async function answerUpload(
  door: Door,
  req: IncomingMessage,
  res: ServerResponse,
  context: PageContext,
): Promise<void> {
  const viewer = await uploaderOf(door, req, context)
  const answer: UploadAnswer | { ok: true; offset: number } =
    typeof viewer === 'string'
      ? { ok: false, reason: viewer }
      : ((await howFar(door, req, viewer)) ?? (await take(door, req, context, viewer)))
  if (!req.complete) endUnread(req)
  const status = answer.ok ? 200 : (STATUSES[answer.reason] ?? 422)
  const headers = { ...newsroomHeaders(randomBytes(16).toString('base64')), 'content-type': 'application/json' }
  send(req, res, { status, headers, body: Buffer.from(JSON.stringify(answer)) })
}

/** How much of a file is here, for a sender that asks; null for one that sends. */
async function howFar(
  { env }: Door,
  req: IncomingMessage,
  viewer: Viewer,
): Promise<{ ok: true; offset: number } | null> {
  const part = req.headers['x-upload-ask'] === '1' ? partOf(req, viewer) : undefined
  if (!part) return null
  await endOlder(part.key)
  return { ok: true, offset: await sizeOfPart(env.dataDir, part.key) }
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

async function take(door: Door, req: IncomingMessage, context: PageContext, viewer: Viewer): Promise<UploadAnswer> {
  if (Number(req.headers['content-length'] ?? 0) > MAX_UPLOAD_BYTES) return { ok: false, reason: 'tooLarge' }
  const part = partOf(req, viewer)
  if (part) await endOlder(part.key)
  if (coming >= AT_ONCE) return { ok: false, reason: 'busy' }
  coming++
  const receiving = receive(door, req, context, viewer, part)
  if (part) writing.set(part.key, { req, receiving })
  try {
    return await receiving
  } finally {
    coming--
    if (part) writing.delete(part.key)
  }
}

async function receive(
  { db, env }: Door,
  req: IncomingMessage,
  { requestId }: PageContext,
  viewer: Viewer,
  part: Part | undefined,
): Promise<UploadAnswer> {
  req.setTimeout(SILENCE_MS, () => req.destroy())
  req.once('end', () => req.setTimeout(0))
  // Left unread, not destroyed, where it is refused in the middle: its sender must still hear why.
  const body = req.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>
  try {
    return await receiveUpload(db, env.dataDir, { name: nameOf(req), body, ...(part && { part }) }, viewer)
  } catch (error) {
    if (req.destroyed && !req.complete) throw error
    log().error({ error, requestId }, 'an upload failed')
    return { ok: false, reason: error instanceof StorageAway ? 'away' : 'failed' }
  }
}

type Part = { key: string; offset: number }

/** Which of their files a sender goes on with, where they say so: nobody else's can be meant. */
function partOf(req: IncomingMessage, { id }: Viewer): Part | undefined {
  const said = String(req.headers['x-upload-id'] ?? '')
  if (!/^[\w-]{8,64}$/.test(said)) return undefined
  const key = createHash('sha256').update(`${id} ${said}`).digest('hex').slice(0, 32)
  return { key, offset: Number(/^\d{1,9}$/.exec(String(req.headers['x-upload-offset'] ?? ''))?.[0] ?? 0) }
}

/** Files that are coming in, by the key of their part. */
const writing = new Map<string, { req: IncomingMessage; receiving: Promise<UploadAnswer> }>()

/** Whoever sends the rest of a file knows before the door does that its first connection is dead. */
async function endOlder(key: string): Promise<void> {
  const older = writing.get(key)
  older?.req.destroy()
  await older?.receiving.catch(() => undefined)
}

function nameOf(req: IncomingMessage): string {
  try {
    return decodeURIComponent(String(req.headers['x-file-name'] ?? ''))
  } catch {
    return ''
  }
}
