import { IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { Socket } from 'node:net'
import type { ReactElement } from 'react'
import { Gate } from '@/lib/gate'
import { log } from '@/lib/log'
import { loggedUrl, type PageContext, runInPageContext } from '@/lib/page-context'
import { CapturedResponse } from './captured-response'
import { plainHtml } from './plain-html'

export type NextHandler = (req: IncomingMessage, res: CapturedResponse) => Promise<void>
export type Rendered = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/**
 * As many pages of readers are drawn at once: enough to fill the time that a database takes to answer, and few enough that
 * a crowd at addresses nobody asked for before fills no memory. The newsroom does not stand in that line.
 */
const RENDERS_AT_ONCE = 6
const readers = new Gate(RENDERS_AT_ONCE)

/**
 * A request of nobody in particular: what a kept page is rendered for. No header of the one who asked first is in it, so
 * none can change what the others get.
 */
export function anonymousRequest(url: string, host: string): IncomingMessage {
  const req = new IncomingMessage(new Socket())
  Object.assign(req, { method: 'GET', url, headers: { host }, rawHeaders: ['Host', host], complete: true })
  req.push(null)
  return req
}

/**
 * An address as Next can read it: it refuses every address with an escape that is no UTF-8, of which archives have some
 * (WordPress cut long ones anywhere). Pages take theirs from the context.
 */
export function readableUrl(url: string): string {
  const [path = '', query] = url.split(/(?=[?#])(.*)/s)
  const readable = path.split('/').map((segment) => (isReadable(segment) ? segment : segment.replaceAll('%', '%25')))
  return readable.join('/') + (query ?? '')
}

function isReadable(segment: string): boolean {
  try {
    decodeURIComponent(segment)
    return true
  } catch {
    return false
  }
}

/**
 * Has Next answer the request inside its page context, and keeps the answer whole. `finish` makes of a page what is sent of
 * it: without Next's script unless said otherwise.
 */
export async function render(
  handle: NextHandler,
  req: IncomingMessage,
  context: PageContext,
  finish: (page: Buffer, context: PageContext) => Buffer = plain,
): Promise<Rendered> {
  const leave = context.newsroom ? undefined : await readers.enter()
  const began = performance.now()
  const res = new CapturedResponse(req)
  req.url = readableUrl(req.url ?? '/')
  context.draw = drawn
  const nexts = await runInPageContext(context, () => handle(req, res))
    .then(() => res.whole)
    .finally(leave)
  const headers: OutgoingHttpHeaders = { ...res.getHeaders(), ...context.headers }
  const isDrawn = context.html !== undefined && res.statusCode === 200 && !isErrorShell(nexts)
  const page = isHtml(headers) && !isDrawn ? finish(nexts, context) : nexts
  const body = isDrawn ? Buffer.from(context.html ?? '') : page
  // What the page said of itself counts where Next had nothing to object.
  const status = res.statusCode === 200 ? (context.status ?? 200) : res.statusCode
  const { requestId, queries } = context
  // A link of the newsroom that works once is nobody's business who reads the log.
  const url = context.newsroom ? context.url.split('?')[0] : loggedUrl(context.url)
  log().debug({ requestId, url, status, queries, ms: Math.round(performance.now() - began) }, 'rendered')
  if (context.location && status >= 300 && status < 400) {
    return { status, headers: { ...headers, location: context.location }, body: Buffer.alloc(0) }
  }
  return { status, headers, body }
}

/** React's own renderer, half a second of loading: asked for once the site answers (server/serve.ts). */
const drawn = async (page: ReactElement) => (await import('./draw-page')).drawPage(page)

const isHtml = (headers: OutgoingHttpHeaders) => String(headers['content-type'] ?? '').startsWith('text/html')

/** A reader page is whole without Next's script; one that is not is a fault of ours, and goes out as it is. */
function plain(body: Buffer, { requestId, url }: PageContext): Buffer {
  const html = plainHtml(body.toString())
  if (html !== undefined) return Buffer.from(html)
  log().error({ requestId, url }, 'a page has an unfinished boundary')
  return body
}

/** Said by a route of ours: what is asked for is not made here. */
const NOT_IMPLEMENTED = 501

/** True for an answer that readers must not see: Next's error shell, or no page at all. */
export function isFailedRender({ status, body }: Rendered): boolean {
  return (status >= 500 && status !== NOT_IMPLEMENTED) || isErrorShell(body)
}

/** With its bracket: what readers and writers typed has none. */
const isErrorShell = (body: Buffer) => body.includes('<html id="__next_error__"')
