import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { refuse, refuseMethod } from '@/lib/wordpress/rest/refusal'
import type { Door } from './door'
import { DATA_HEADERS, PREFLIGHT_HEADERS } from './headers'
import { targetOf } from './page-address'
import { send } from './send'

/**
 * Answers what is asked of a program's address in another way than by reading; nothing is looked up for it. True where that
 * was done.
 */
export function answerDataMethod(
  door: Pick<Door, 'commonHeaders'>,
  req: IncomingMessage,
  res: ServerResponse,
): boolean {
  const { method = '', url = '' } = req
  if (method === 'GET' || method === 'HEAD') return false
  const { path, isData } = targetOf(url)
  if (!isData) return false
  req.resume()
  for (const [name, value] of door.commonHeaders) res.setHeader(name, value)
  if (method === 'OPTIONS') {
    res.writeHead(204, PREFLIGHT_HEADERS).end()
    return true
  }
  const { status, body } = path.startsWith('/wp-json')
    ? refuseMethod(method, path)
    : refuse(405, 'method_not_allowed', 'This can be read, and nothing else.')
  sendJson(req, res, status, body)
  return true
}

const SAID = {
  429: ['too_many_requests', 'This was asked too often. The header Retry-After says when to come back.'],
  500: ['internal_error', 'This could not be answered.'],
  503: ['unavailable', 'This cannot be answered just now.'],
} as const

/** Why there is no answer, for a program. */
export function sendData(
  req: IncomingMessage,
  res: ServerResponse,
  status: keyof typeof SAID,
  headers: OutgoingHttpHeaders = {},
): void {
  const [code, message] = SAID[status]
  sendJson(req, res, status, refuse(status, code, message).body, headers)
}

function sendJson(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  body: unknown,
  more: OutgoingHttpHeaders = {},
): void {
  const type = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }
  send(req, res, {
    status,
    headers: { ...DATA_HEADERS, ...type, ...more },
    body: Buffer.from(`${JSON.stringify(body)}\n`),
  })
}
