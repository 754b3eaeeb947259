import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { log } from '@/lib/log'
import { loggedUrl, type PageContext } from '@/lib/page-context'
import { getSiteFacts } from '@/lib/site/facts'
import { noteMention, type SaidRefusal } from '@/lib/telling/ask-mutations'
import { doneAnswer, FAULTS, type Fault, faultAnswer, readCall } from '@/lib/telling/pingback-xml'
import { KEY_PATH, PINGBACK_PATH, WEBMENTION_PATH } from '@/lib/telling/settings'
import type { Door } from './door'
import { endUnread, readForm } from './form-post'
import { send } from './send'

/** Two addresses and what is around them. */
const MOST_BYTES = 16 * 1_024
const XML = 'text/xml; charset=utf-8'
const TEXT = 'text/plain; charset=utf-8'

/** True for the paths that `answerTelling` may have an answer for: nobody else waits to hear whether it has. */
export const isTellingPath = (path: string): boolean =>
  path === PINGBACK_PATH || path === WEBMENTION_PATH || KEY_PATH.test(path)

/**
 * What machines of other sites ask for: the key by which search engines know this site, and the two doors at which they say
 * that they link here. False where that is switched off, and nothing was sent.
 */
export async function answerTelling(
  door: Door,
  req: IncomingMessage,
  res: ServerResponse,
  context: PageContext,
  path: string,
): Promise<boolean> {
  const { telling } = await getSiteFacts(door.db)
  if (path === PINGBACK_PATH) return telling.receivePingbacks && answerPingback(door, req, res, context)
  if (path === WEBMENTION_PATH) return telling.receiveWebmentions && answerWebmention(door, req, res, context)
  const isKey = telling.indexNow && telling.indexNowKey === KEY_PATH.exec(path)?.[1]
  if (isKey && req.method !== 'POST') say(req, res, 200, TEXT, telling.indexNowKey ?? '')
  return isKey && req.method !== 'POST'
}

const SENTENCES: Record<SaidRefusal | 'method' | 'tooLarge' | 'often', [status: number, said: string]> = {
  source: [400, 'The source must be the address of a page on another site.'],
  target: [400, 'The target must be the address of an article of this site.'],
  closed: [400, 'Mentions of this article are not taken.'],
  known: [400, 'This mention is known already.'],
  busy: [503, 'There are too many mentions at the moment. Please come back later.'],
  often: [429, 'That was a lot of mentions. Please come back later.'],
  method: [405, 'A form with source and target is taken here, by POST (w3.org/TR/webmention).'],
  tooLarge: [413, 'That is more than two addresses.'],
}
const LATER: OutgoingHttpHeaders = { 'retry-after': '600' }

async function answerWebmention(door: Door, req: IncomingMessage, res: ServerResponse, context: PageContext) {
  const refuse = (why: keyof typeof SENTENCES, headers: OutgoingHttpHeaders = {}) => {
    const [status, said] = SENTENCES[why]
    return say(req, res, status, TEXT, `${said}\n`, headers)
  }
  if (req.method !== 'POST') return refuse('method', { allow: 'POST' })
  const { body, whole } = await readForm(req, MOST_BYTES)
  if (!whole) {
    endUnread(req)
    return refuse('tooLarge')
  }
  if (!(await door.maySearch(context.clientAddress, 'mention'))) return refuse('often', LATER)
  const form = new URLSearchParams(body.toString())
  const said = { source: form.get('source') ?? '', target: form.get('target') ?? '' }
  const result = await noteMention(door.db, { kind: 'WEBMENTION', address: context.clientAddress, ...said }, new Date())
  if (!result.ok) return refuse(result.reason, result.reason === 'busy' ? LATER : {})
  return say(req, res, 202, TEXT, 'Thank you. The page is looked at in a moment.\n')
}

async function answerPingback(door: Door, req: IncomingMessage, res: ServerResponse, context: PageContext) {
  const fault = (why: Fault) => say(req, res, 200, XML, faultAnswer(why))
  if (req.method !== 'POST') return say(req, res, 405, TEXT, `${FAULTS.noMethod[1]}\n`, { allow: 'POST' })
  const { body, whole } = await readForm(req, MOST_BYTES)
  if (!whole) endUnread(req)
  const call = whole ? readCall(body.toString()) : null
  if (!call) return fault('noCall')
  if (call.method !== 'pingback.ping') return fault('noMethod')
  const [source, target, ...more] = call.texts
  if (source === undefined || target === undefined || more.length) return fault('parameters')
  if (!(await door.maySearch(context.clientAddress, 'mention'))) return fault('busy')
  const said = { kind: 'PINGBACK', address: context.clientAddress, source, target } as const
  const result = await noteMention(door.db, said, new Date()).catch((error: unknown) => {
    // Whoever speaks XML reads no page that says so.
    log().error({ error, requestId: context.requestId, url: loggedUrl(context.url) }, 'a pingback was not noted')
    return { ok: false, reason: 'busy' } as const
  })
  return result.ok
    ? say(req, res, 200, XML, doneAnswer('Thank you. The page is looked at in a moment.'))
    : fault(result.reason)
}

function say(
  req: IncomingMessage,
  res: ServerResponse,
  status: number,
  type: string,
  text: string,
  headers: OutgoingHttpHeaders = {},
): true {
  req.resume()
  const all = { 'content-type': type, 'cache-control': 'no-store', ...headers }
  send(req, res, { status, headers: all, body: Buffer.from(text) })
  return true
}
