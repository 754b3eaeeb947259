import type { IncomingMessage, ServerResponse } from 'node:http'
import { queriedAddress } from '@/lib/redirects/address'
import { findRedirect } from '@/lib/redirects/queries'
import { getSiteFacts } from '@/lib/site/facts'
import type { Frame } from '@/lib/site/frame'
import type { Door } from './door'
import { KEPT_PAGE, READER_HEADERS } from './headers'
import { send } from './send'

/** What a page came to: nothing lives at its path where it is not there, or where a redirect answered. */
type Made = { status: number; redirectId?: number | undefined }

/**
 * Answers an address whose own query a redirect is about, where nothing lives at its path: pages are kept without parameters, so
 * that none of them can tell. False where there is none, and nothing was sent. One query, for addresses that say something
 * behind their path and find nothing, and for no others.
 */
export async function answerQueried(
  door: Door,
  req: IncomingMessage,
  res: ServerResponse,
  { url, path }: { url: string; path: string },
  { status, redirectId }: Made,
): Promise<boolean> {
  if (status !== 404 && redirectId === undefined) return false
  const query = url.split('#', 1)[0]?.split(/\?(.*)/s)[1]
  const address = query ? queriedAddress(path, query) : null
  const facts = address && (await getSiteFacts(door.db))
  const lead = address && facts ? await findRedirect({ db: door.db, facts }, address) : null
  if (!lead) return false
  door.redirectHits.count(lead.id, new Date())
  const headers = { ...READER_HEADERS, 'content-type': 'text/html; charset=utf-8', 'cache-control': KEPT_PAGE }
  if (lead.status === 410) send(req, res, { status: 410, headers, body: await gonePage(door) })
  else send(req, res, { status: lead.status, headers: { ...headers, location: lead.location }, body: Buffer.alloc(0) })
  return true
}

async function gonePage({ db, env }: Door): Promise<Buffer> {
  const say = ({ words: { gone } }: Frame) => ({ title: gone.title, paragraphs: [gone.text] })
  const { messagePage } = await import('./message-page')
  return Buffer.from(await messagePage(db, env.siteUrl, say))
}
