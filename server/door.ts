import type { IncomingMessage, ServerResponse } from 'node:http'
import { isDatabaseBusy } from '@/lib/database/busy'
import type { Database } from '@/lib/db'
import type { Env } from '@/lib/env'
import { log } from '@/lib/log'
import type { PageContext } from '@/lib/page-context'
import type { Frame } from '@/lib/site/frame'
import { FORM_LIMIT_BYTES, isForm, isFromOwnPage, readForm, withBody, wordsOf } from './form-post'
import { guard, type Refusal } from './guard'
import { type Message, messagePage } from './message-page'
import { isFailedRender, type NextHandler, type Rendered, render } from './render'

type Door = { env: Env; db: Database; handle: NextHandler }

/** Everything a request passes, in order. */
export async function answer(door: Door, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const guarded = guard(req, door.env)
  if ('refusal' in guarded) return sendRefusal(req, res, guarded.refusal)
  const { context } = guarded
  const began = performance.now()
  try {
    const rendered =
      req.method === 'POST' ? await answerPost(door, req, res, context) : await render(door.handle, req, context)
    if (!rendered) return
    const { requestId, url, queries } = context
    log().debug(
      { requestId, url, status: rendered.status, queries, ms: Math.round(performance.now() - began) },
      'answered',
    )
    if (isFailedRender(rendered)) await sendFailure(door, req, res, context, context.failure)
    else send(req, res, rendered)
  } catch (error) {
    log().error({ error, requestId: context.requestId, url: context.url }, 'the door failed')
    await sendFailure(door, req, res, context, error)
  }
}

/** A form: its sender and its size are asked here, because Next answers both with a bare 500. */
async function answerPost(
  door: Door,
  req: IncomingMessage,
  res: ServerResponse,
  context: PageContext,
): Promise<Rendered | undefined> {
  const { body, whole } = await readForm(req)
  const refuse = async (status: number, why: (words: Frame['words']['refused']) => string): Promise<undefined> => {
    const say = ({ words }: Frame) => ({ title: words.refused.title, paragraphs: [why(words.refused)] })
    const page = await messagePage(door.db, door.env.siteUrl, say, await wordsOf(req, body), pathOf(context))
    sendPage(req, res, status, page)
  }
  if (!isFromOwnPage(req, door.env)) return refuse(403, (words) => words.foreignOrigin)
  if (!whole) {
    endUnread(req, res)
    return refuse(413, (words) => words.tooLarge(FORM_LIMIT_BYTES / 1024))
  }
  if (!isForm(req) || !body.includes('$ACTION_ID_')) {
    return refuse(400, (words) => words.malformed)
  }
  const rendered = await render(door.handle, withBody(req, body), context)
  if (!rendered.headers['x-nextjs-action-not-found']) return rendered
  // 409: an action this build does not have; 400: not even the form of one.
  if (rendered.status === 409) return refuse(409, (words) => words.outdated)
  return refuse(400, (words) => words.malformed)
}

/** Lets the rest of an oversized body pass for a while, so that the answer arrives, and closes the connection. */
function endUnread(req: IncomingMessage, res: ServerResponse): void {
  res.setHeader('connection', 'close')
  req.resume()
  setTimeout(() => req.destroy(), 10_000).unref()
}

async function sendFailure(
  door: Door,
  req: IncomingMessage,
  res: ServerResponse,
  { requestId }: PageContext,
  cause: unknown,
): Promise<void> {
  if (res.headersSent) {
    res.destroy()
    return
  }
  const busy = isDatabaseBusy(cause)
  const say = ({ words }: Frame): Message =>
    busy
      ? { title: words.busy.title, paragraphs: [words.busy.text] }
      : { title: words.failed.title, paragraphs: [words.failed.text, words.failed.requestId(requestId)] }
  const page = await messagePage(door.db, door.env.siteUrl, say)
  if (busy) res.setHeader('retry-after', '5')
  sendPage(req, res, busy ? 503 : 500, page)
}

function sendPage(req: IncomingMessage, res: ServerResponse, status: number, html: string): void {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  send(req, res, { status, headers, body: Buffer.from(html) })
}

function send(req: IncomingMessage, res: ServerResponse, { status, headers, body }: Rendered): void {
  const { 'transfer-encoding': _, connection: __, ...rest } = headers
  const length = status === 304 || status === 204 ? {} : { 'content-length': rest['content-length'] ?? body.length }
  res.writeHead(status, { ...rest, ...length })
  res.end(req.method === 'HEAD' ? undefined : body)
}

function sendRefusal(req: IncomingMessage, res: ServerResponse, { status, headers }: Refusal): void {
  req.resume()
  res.writeHead(status, { ...headers, 'content-type': 'text/plain; charset=utf-8' })
  res.end(req.method === 'HEAD' ? undefined : `${REFUSALS[status]}\n`)
}

const REFUSALS: Record<Refusal['status'], string> = {
  400: 'This address cannot be read.',
  405: 'This can be read and answered, nothing else.',
  414: 'This address is too long.',
  421: 'This site has another name. Whoever runs it sets the name with SITE_URL.',
}

const pathOf = ({ url }: PageContext): string => url.split('?')[0] ?? '/'
