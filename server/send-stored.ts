import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { fileTypeOf } from '@/lib/storage/file-types'
import type { Storage, Stored } from '@/lib/storage/storage'
import { hasChanged, isAsKnown, rangeOf } from './stored-part'

/** What asks for less than the whole, or for nothing where it has not changed. */
const CONDITIONS = ['range', 'if-none-match', 'if-modified-since', 'if-match', 'if-unmodified-since'] as const

/**
 * Answers with a file that lies on another machine, as the disk's are answered with: with its ranges, its time and its tag, and
 * as it comes. False where there is none, and nothing was sent. Throws StorageAway.
 */
export async function sendStored(
  req: IncomingMessage,
  res: ServerResponse,
  storage: Storage,
  path: string,
  headers: Record<string, string>,
): Promise<boolean> {
  if (req.method === 'GET' && !CONDITIONS.some((name) => name in req.headers)) {
    const found = await storage.read(path)
    if (!found) return false
    writeHead(res, 200, found.stored, path, headers, found.stored.bytes)
    return sendBody(res, found.body)
  }
  const stored = await storage.stat(path)
  if (!stored) return false
  if (hasChanged(req.headers, stored)) return refuse(res, 412)
  if (isAsKnown(req.headers, stored)) {
    writeHead(res, 304, stored, path, headers)
    res.end()
    return true
  }
  const range = rangeOf(req.headers, stored)
  if (range === 'none') return refuse(res, 416, { 'content-range': `bytes */${stored.bytes}` })
  const { from, to } = range ?? { from: 0, to: stored.bytes - 1 }
  const part: Record<string, string> = range ? { 'content-range': `bytes ${from}-${to}/${stored.bytes}` } : {}
  const found = req.method === 'HEAD' ? null : await storage.read(path, range ?? undefined)
  if (!found && req.method !== 'HEAD') return false
  writeHead(res, range ? 206 : 200, stored, path, { ...headers, ...part }, to - from + 1)
  if (found) return sendBody(res, found.body)
  res.end()
  return true
}

function writeHead(
  res: ServerResponse,
  status: number,
  { changedAt, etag }: Stored,
  path: string,
  headers: Record<string, string>,
  bytes?: number,
): void {
  res.writeHead(status, {
    'accept-ranges': 'bytes',
    'last-modified': changedAt.toUTCString(),
    etag,
    ...(bytes === undefined ? {} : { 'content-length': bytes, 'content-type': fileTypeOf(path) }),
    ...headers,
  })
}

function refuse(res: ServerResponse, status: number, headers: Record<string, string> = {}): true {
  res.writeHead(status, { ...headers, 'cache-control': 'no-store' }).end()
  return true
}

/** As fast as it is read, and no faster: nothing of it lies in memory. Where it breaks off, so does the answer. */
async function sendBody(res: ServerResponse, body: NodeJS.ReadableStream): Promise<true> {
  await pipeline(body, res).catch(() => res.destroy())
  return true
}
