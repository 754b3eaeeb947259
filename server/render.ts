import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http'
import { type PageContext, runInPageContext } from '@/lib/page-context'
import { CapturedResponse } from './captured-response'

export type NextHandler = (req: IncomingMessage, res: CapturedResponse) => Promise<void>
export type Rendered = { status: number; headers: OutgoingHttpHeaders; body: Buffer }

/** Has Next answer the request inside its page context, and keeps the answer whole. */
export async function render(handle: NextHandler, req: IncomingMessage, context: PageContext): Promise<Rendered> {
  const res = new CapturedResponse(req)
  await runInPageContext(context, () => handle(req, res))
  const body = await res.whole
  const headers = res.getHeaders()
  // What the page said of itself counts where Next had nothing to object.
  const status = res.statusCode === 200 ? (context.status ?? 200) : res.statusCode
  if (context.location && status >= 300 && status < 400) {
    return { status, headers: { ...headers, location: context.location }, body: Buffer.alloc(0) }
  }
  return { status, headers, body }
}

/** True for an answer that readers must not see: Next's error shell, or no page at all. */
export function isFailedRender({ status, body }: Rendered): boolean {
  return status >= 500 || body.includes('id="__next_error__"')
}
