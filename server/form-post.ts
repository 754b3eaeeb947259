import { IncomingMessage } from 'node:http'
import type { Env } from '@/lib/env'
import { isOwnHost } from './guard'

const FORM_TYPES = ['multipart/form-data', 'application/x-www-form-urlencoded']

/**
 * True when a page of this site sent the form. Browsers say it in Origin, those of before 2020 in Referer; a post that
 * says nothing was not sent from a page.
 */
export function isFromOwnPage(req: IncomingMessage, env: Env): boolean {
  const { origin, referer } = req.headers
  const from = origin ?? referer
  if (!from || !URL.canParse(from)) return false
  return isOwnHost(new URL(from).host, env)
}

function isForm(req: IncomingMessage): boolean {
  const type = (req.headers['content-type'] ?? '').toLowerCase()
  return FORM_TYPES.some((known) => type.startsWith(known))
}

/** Whoever takes longer for a form than this is no browser; files have their own time (server/upload.ts). */
const SLOWEST_FORM_MS = 30_000

/** Reads what is posted, at most `limitBytes` of it. */
export async function readForm(req: IncomingMessage, limitBytes: number): Promise<{ body: Buffer; whole: boolean }> {
  const chunks: Buffer[] = []
  let length = 0
  const slow = setTimeout(() => req.destroy(), SLOWEST_FORM_MS)
  try {
    // Left unread, not destroyed: the reader's browser must still hear why it was too much.
    for await (const chunk of req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      const room = limitBytes - length
      chunks.push(chunk.subarray(0, room))
      length += chunk.length
      if (length > limitBytes) break
    }
  } finally {
    clearTimeout(slow)
  }
  return { body: Buffer.concat(chunks), whole: length <= limitBytes }
}

/** True for a question that brings a body, which nobody reads: its connection is not waited for. */
export function hasUnreadBody({ method, headers }: IncomingMessage): boolean {
  if (method === 'POST') return false
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

/** What is sent for longer than this after its answer is cut off. */
const SLOWEST_REST_MS = 30_000

/**
 * Lets the rest of a body that is too much pass, so that its sender hears why: closed at once, as `connection: close`
 * would have it, a connection still written to is reset, and the answer is lost with it.
 */
export function endUnread(req: IncomingMessage): void {
  req.resume()
  const late = setTimeout(() => req.destroy(), SLOWEST_REST_MS).unref()
  req.once('close', () => clearTimeout(late))
}

/** The request as Next would have met it, with the body that was read already. */
export function withBody(req: IncomingMessage, body: Buffer): IncomingMessage {
  const copy = new IncomingMessage(req.socket)
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = req
  Object.assign(copy, { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor })
  headers['content-length'] = String(body.length)
  // Who sent it is settled (isFromOwnPage); Next would compare letters of two names that are both ours.
  headers.origin = `http://${headers.host}`
  delete headers['transfer-encoding']
  copy.push(body)
  copy.push(null)
  copy.complete = true
  return copy
}

/** What marks the form of a server component, which is all that readers get. */
const PLAIN_ACTION = /^\$ACTION_ID_/
/** Also that of a client component (useActionState), sent before its script has come. */
export const ANY_ACTION = /^\$ACTION_(ID|REF)_/

/** True for the form of an action that can be read to its end; Next answers any other with a bare 500. */
export async function isAction(req: IncomingMessage, body: Buffer, mark = PLAIN_ACTION): Promise<boolean> {
  if (!isForm(req)) return false
  const form = await formOf(req, body)
  return form !== null && [...form.keys()].some((name) => mark.test(name))
}

/** What the reader wrote, by field name, as far as it can be read from a body that may have been cut short. */
export async function wordsOf(req: IncomingMessage, body: Buffer): Promise<Record<string, string>> {
  const boundary = /boundary="?([^";]+)"?/i.exec(req.headers['content-type'] ?? '')?.[1]
  const end = boundary && !body.includes(`--${boundary}--`) ? `\r\n--${boundary}--\r\n` : ''
  const form = await formOf(req, Buffer.concat([body, Buffer.from(end)]))
  const words: Record<string, string> = {}
  for (const name of ['comment', 'author', 'email', 'url']) {
    const value = form?.get(name)
    if (typeof value === 'string' && value.trim()) words[name] = value
  }
  return words
}

/** Null for a body that is no form. */
async function formOf(req: IncomingMessage, body: Buffer): Promise<FormData | null> {
  const headers = { 'content-type': req.headers['content-type'] ?? '' }
  try {
    return await new Response(new Uint8Array(body), { headers }).formData()
  } catch {
    return null
  }
}
