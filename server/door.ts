import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { isGone } from '@/lib/crawlers/gone'
import { isDatabaseAway } from '@/lib/database/busy'
import type { Database } from '@/lib/db'
import type { Env } from '@/lib/env'
import { log } from '@/lib/log'
import { memo } from '@/lib/memo'
import { loggedUrl, type PageContext } from '@/lib/page-context'
import type { Frame } from '@/lib/site/frame'
import type { Again } from './again'
import type { Counter } from './counter'
import { answerDataMethod, sendData } from './data-answers'
import type { Files } from './files'
import { endUnread, hasUnreadBody, isAction, isFromOwnPage, readForm, withBody, wordsOf } from './form-post'
import { guard, type Refusal } from './guard'
import { CARD_HEADERS, FOR_A_DAY, ONE_READERS, READER_HEADERS } from './headers'
import { answerHealth, HEALTH_PATHS } from './health'
import { answerTelling, isTellingPath } from './mentions'
import type { Message } from './message-page'
import { answerNewsroom } from './newsroom'
import { formLimitBytes, isNewsroomUrl, UPLOAD_PATH } from './newsroom-path'
import { type Target, targetOf } from './page-address'
import { type Pages, RenderFailure } from './pages'
import { isPersonalRequest } from './personal'
import { isPreviewPath, previewHeaders } from './preview'
import { answerQueried } from './queried'
import type { RedirectHits } from './redirect-hits'
import { isFailedRender, type NextHandler, render } from './render'
import { ANOTHER_AFTER_MS } from './search-limit'
import { send, sendEncoded, sendPersonal } from './send'
import type { MaySearch } from './shared-searches'
import { viewOf } from './viewed'

export type Door = {
  env: Env
  db: Database
  handle: NextHandler
  files: Files
  pages: Pages
  again: Again
  redirectHits: RedirectHits
  counter: Counter
  maySearch: MaySearch
  /** Of every answer. */
  commonHeaders: [name: string, value: string][]
  /** True once this process was told to end (server/end-server.ts). */
  isEnding: boolean
}

/** React's own renderer, half a second of loading that no page needs: asked for once the site answers (server/serve.ts). */
export const drawing = () => import('./message-page')

/** Sessions and the library are needed by whoever uploads, and by nobody else here. */
const uploading = () => import('./upload')

const AWAY_SECONDS = 5

/** Readers ask for the same addresses again; long ones are made up, and would fill the memory. */
const LONGEST_KNOWN = 300
const knownTarget = memo(10_000, targetOf)
const target = (url: string): Target => (url.length > LONGEST_KNOWN ? targetOf(url) : knownTarget(url))

/** Everything a request passes, in order; most of them turn off at once. */
export function answer(door: Door, req: IncomingMessage, res: ServerResponse): Promise<void> | undefined {
  return !door.isEnding && door.again.answer(req, res) ? undefined : answerAnew(door, req, res)
}

async function answerAnew(door: Door, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (door.isEnding || hasUnreadBody(req)) res.shouldKeepAlive = false
  if (answerDataMethod(door, req, res)) return
  const guarded = guard(req, door.env)
  if ('refusal' in guarded) return sendRefusal(req, res, guarded.refusal)
  const { context } = guarded
  for (const [name, value] of door.commonHeaders) res.setHeader(name, value)
  try {
    const { path, page, isSearch, isData } = target(context.url)
    // Whatever way it is written, nothing of the newsroom is anybody else's.
    context.newsroom ||= isNewsroomUrl(path)
    if (isTellingPath(path) && (await answerTelling(door, req, res, context, path))) return
    if (isGone(path)) return sendRefusal(req, res, { status: 410, headers: { 'cache-control': FOR_A_DAY } })
    if (req.method === 'POST') {
      if (door.files.mayHave(path) || isPreviewPath(path)) return sendRefusal(req, res, NO_FORMS)
      if (context.url === UPLOAD_PATH) return await (await uploading()).answerUpload(door, req, res, context)
      return await answerPost(door, req, res, context)
    }
    if (HEALTH_PATHS.has(path)) return await answerHealth(door, path, res)
    if (door.files.mayHave(path) && (await door.files.answer(req, res, path))) return
    if (isPreviewPath(path)) return await answerPersonally(door, req, res, previewing(context), previewHeaders(path))
    if (context.newsroom) {
      if (!(await answerNewsroom(door, req, res, context))) await sendFailure(door, req, res, context, context.failure)
      return
    }
    const address = page && (isData || !isPersonalRequest(req)) ? page : null
    const kept = address && door.pages.kept(address, Date.now())
    const counted = kept ? [] : [isSearch && ('search' as const), isData && ('data' as const)]
    for (const one of counted) {
      if (!one || (await door.maySearch(context.clientAddress, one))) continue
      if (isData) return sendData(req, res, 429, { 'retry-after': String(ANOTHER_AFTER_MS / 1_000) })
      return await sendLater(door, req, res, 429, ANOTHER_AFTER_MS / 1_000)
    }
    const asked = { url: context.url, path }
    if (!address) return await answerPersonally(door, req, res, context, undefined, asked)
    const made = kept ?? (await door.pages.get(address, context.requestId))
    if (!isData && (await answerQueried(door, req, res, asked, made))) return
    if (made.redirectId !== undefined) door.redirectHits.count(made.redirectId, new Date())
    const isRepacked = await sendEncoded(req, res, made.status, made.headers, made.body)
    door.counter.count(req, made.view)
    if (isRepacked) door.pages.weigh(address)
    if (kept) door.again.pass(context.url, address)
  } catch (error) {
    // Whoever asked has gone, perhaps in the middle of a form.
    if (res.destroyed) return
    const cause = error instanceof RenderFailure ? error.cause : error
    if (!(error instanceof RenderFailure)) {
      log().error({ error, requestId: context.requestId, url: loggedUrl(context.url) }, 'the door failed')
    }
    await sendFailure(door, req, res, context, cause).catch((failure: unknown) => {
      log().error({ error: failure, requestId: context.requestId }, 'a failure could not be told')
      endPlainly(res)
    })
  }
}

/** A page with something of its reader in it: rendered for this request, and kept by nobody. */
async function answerPersonally(
  door: Door,
  req: IncomingMessage,
  res: ServerResponse,
  context: PageContext,
  headers?: OutgoingHttpHeaders,
  asked?: { url: string; path: string },
): Promise<void> {
  const rendered = await render(door.handle, req, context)
  if (isFailedRender(rendered)) return sendFailure(door, req, res, context, context.failure)
  const { redirectId } = context
  if (asked && (await answerQueried(door, req, res, asked, { status: rendered.status, redirectId }))) return
  if (redirectId !== undefined) door.redirectHits.count(redirectId, new Date())
  const framed = context.framed ? { ...CARD_HEADERS, 'cache-control': ONE_READERS } : undefined
  await sendPersonal(req, res, rendered, headers ?? framed)
  door.counter.count(req, viewOf(context, rendered))
}

const previewing = (context: PageContext): PageContext => Object.assign(context, { preview: true })

/** A form: its sender and its size are asked here, because Next answers both with a bare 500. */
async function answerPost(door: Door, req: IncomingMessage, res: ServerResponse, context: PageContext): Promise<void> {
  const limitBytes = formLimitBytes(context.url)
  const { body, whole } = await readForm(req, limitBytes)
  if (context.newsroom) {
    if (!whole) endUnread(req)
    const answered = await answerNewsroom(door, req, res, context, { body, whole })
    if (!answered) await sendFailure(door, req, res, context, context.failure)
    return
  }
  const refuse = async (status: number, why: (words: Frame['words']['refused']) => string): Promise<void> => {
    const say = ({ words }: Frame) => ({ title: words.refused.title, paragraphs: [why(words.refused)] })
    const { messagePage } = await drawing()
    const page = await messagePage(door.db, door.env.siteUrl, say, await wordsOf(req, body), pathOf(context))
    sendMessage(req, res, status, page)
  }
  if (!isFromOwnPage(req, door.env)) return refuse(403, (words) => words.foreignOrigin)
  if (!whole) {
    endUnread(req)
    return refuse(413, (words) => words.tooLarge(limitBytes / 1024))
  }
  if (!(await isAction(req, body))) return refuse(400, (words) => words.malformed)
  const rendered = await render(door.handle, withBody(req, body), context)
  if (rendered.headers['x-nextjs-action-not-found']) {
    // 409: an action this build does not have; 400: not even the form of one.
    if (rendered.status === 409) return refuse(409, (words) => words.outdated)
    return refuse(400, (words) => words.malformed)
  }
  // A feed, or a file in a roundabout way, of which Next says so and then fails to draw a page.
  if (rendered.status === 405 || rendered.headers.allow) return sendRefusal(req, res, NO_FORMS)
  if (isFailedRender(rendered)) return sendFailure(door, req, res, context, context.failure)
  await sendPersonal(req, res, rendered)
}

async function sendFailure(
  door: Door,
  req: IncomingMessage,
  res: ServerResponse,
  { requestId, url }: PageContext,
  cause: unknown,
): Promise<void> {
  if (res.headersSent) {
    res.destroy()
    return
  }
  if (target(url).isData)
    return isDatabaseAway(cause)
      ? sendData(req, res, 503, { 'retry-after': String(AWAY_SECONDS) })
      : sendData(req, res, 500)
  if (isDatabaseAway(cause)) return sendLater(door, req, res, 503, AWAY_SECONDS)
  const say = ({ words: { failed } }: Frame): Message => ({
    title: failed.title,
    paragraphs: [failed.text, failed.requestId(requestId)],
  })
  const { messagePage } = await drawing()
  sendMessage(req, res, 500, await messagePage(door.db, door.env.siteUrl, say))
}

/** Asks to come back: the database is away, or somebody has searched too much. */
async function sendLater(
  door: Door,
  req: IncomingMessage,
  res: ServerResponse,
  status: 429 | 503,
  seconds: number,
): Promise<void> {
  const say = ({ words: { busy } }: Frame): Message => ({ title: busy.title, paragraphs: [busy.text] })
  const { messagePage } = await drawing()
  const page = await messagePage(door.db, door.env.siteUrl, say)
  res.setHeader('retry-after', String(seconds))
  sendMessage(req, res, status, page)
}

/** An answer of last resort: no request waits for ever. */
function endPlainly(res: ServerResponse): void {
  if (res.headersSent) {
    res.destroy()
    return
  }
  res.writeHead(500, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
  res.end('This page could not be shown.\n')
}

function sendMessage(req: IncomingMessage, res: ServerResponse, status: number, html: string): void {
  const headers = { ...READER_HEADERS, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
  send(req, res, { status, headers, body: Buffer.from(html) })
}

function sendRefusal(req: IncomingMessage, res: ServerResponse, { status, headers }: Refusal): void {
  req.resume()
  res.writeHead(status, { ...headers, 'content-type': 'text/plain; charset=utf-8' })
  res.end(req.method === 'HEAD' ? undefined : `${REFUSALS[status]}\n`)
}

/** What takes no form. */
const NO_FORMS: Refusal = { status: 405, headers: { allow: 'GET, HEAD' } }

const REFUSALS: Record<Refusal['status'], string> = {
  400: 'This address cannot be read.',
  405: 'This can be read, and pages can be answered; nothing else.',
  410: 'There is no WordPress here any more.',
  414: 'This address is too long.',
  421: 'This site has another name. Whoever runs it sets the name with SITE_URL.',
}

const pathOf = ({ url }: PageContext): string => url.split('?')[0] ?? '/'
