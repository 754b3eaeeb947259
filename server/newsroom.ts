import { randomBytes } from 'node:crypto'
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { adminWordsFor } from '@/lib/i18n/admin-words'
import type { PageContext } from '@/lib/page-context'
import type { Door } from './door'
import { ANY_ACTION, isAction, isFromOwnPage, withBody } from './form-post'
import { newsroomHeaders, newsroomPolicy } from './headers'
import { isFailedRender, render } from './render'
import { send, sendPersonal } from './send'

export type Posted = { body: Buffer; whole: boolean }

const STATUSES = { foreignOrigin: 403, tooLarge: 413, malformed: 400, outdated: 409 } as const
type Refusal = keyof typeof STATUSES

/**
 * A page of the newsroom, or of its front door: rendered for this request with Next's script, which the answer's nonce lets
 * run. False where the render failed, which the door tells as it always does.
 */
export async function answerNewsroom(
  door: Door,
  req: IncomingMessage,
  res: ServerResponse,
  context: PageContext,
  posted?: Posted,
): Promise<boolean> {
  const nonce = randomBytes(16).toString('base64')
  const headers = newsroomHeaders(nonce)
  // Next reads the nonce for its scripts from here.
  req.headers['content-security-policy'] = newsroomPolicy(nonce)
  const refusal = posted && (await refusalOf(door, req, posted))
  if (refusal) return refuse(door, req, res, headers, refusal)
  const isScripts = req.headers['next-action'] !== undefined
  const rendered = await render(door.handle, posted ? withBody(req, posted.body) : req, context, (page) => page)
  if (!isScripts && rendered.headers['x-nextjs-action-not-found']) {
    return refuse(door, req, res, headers, rendered.status === 409 ? 'outdated' : 'malformed')
  }
  // What Next's script asked for it also hears the failure of.
  if (!isScripts && isFailedRender(rendered)) return false
  await sendPersonal(req, res, rendered, headers)
  return true
}

async function refusalOf({ env }: Door, req: IncomingMessage, { body, whole }: Posted): Promise<Refusal | undefined> {
  const site = req.headers['sec-fetch-site']
  if (!isFromOwnPage(req, env) || (site !== undefined && site !== 'same-origin')) return 'foreignOrigin'
  if (!whole) return 'tooLarge'
  if (req.headers['next-action'] === undefined && !(await isAction(req, body, ANY_ACTION))) return 'malformed'
  return undefined
}

async function refuse(
  door: Door,
  req: IncomingMessage,
  res: ServerResponse,
  headers: OutgoingHttpHeaders,
  refusal: Refusal,
): Promise<true> {
  const { messagePage } = await import('./message-page')
  const html = await messagePage(door.db, door.env.siteUrl, ({ locale }) => {
    const { refused } = adminWordsFor(locale)
    return { title: refused.title, paragraphs: [refused[refusal]] }
  })
  const type = { 'content-type': 'text/html; charset=utf-8' }
  send(req, res, { status: STATUSES[refusal], headers: { ...headers, ...type }, body: Buffer.from(html) })
  return true
}
