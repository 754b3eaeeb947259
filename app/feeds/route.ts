import { answerWith } from '@/lib/answer-with'
import { decodePath, encodePath } from '@/lib/articles/paths'
import { partFeedAddress } from '@/lib/feeds/address'
import { atom } from '@/lib/feeds/atom'
import { feedAddress } from '@/lib/feeds/feed'
import { jsonFeed } from '@/lib/feeds/json-feed'
import { rss } from '@/lib/feeds/rss'
import { findFeed } from '@/lib/feeds/subject-queries'
import { requestPath, requestQuery } from '@/lib/http/request-path'
import { goneAnswer, missingAnswer, movedAnswer, textAnswer } from '@/lib/http/text-answer'
import { isLed } from '@/lib/page-context'
import { findLead } from '@/lib/redirects/queries'
import { beginFile, type FileStart } from '@/lib/site/page-frame'

export const dynamic = 'force-dynamic'

const WRITERS = {
  rss: { write: rss, type: 'application/rss+xml' },
  atom: { write: atom, type: 'application/atom+xml' },
  json: { write: jsonFeed, type: 'application/feed+json' },
}

/** The feeds of all pages: next.config.js sends every address here that ends as theirs do. */
export async function GET(request: Request): Promise<Response> {
  const path = requestPath() ?? decodePath(new URL(request.url).pathname)
  const address = partFeedAddress(path)
  if (!address) return missingAnswer()
  const { base, format } = address
  const start = await beginFile()
  const found = await findFeed(start, base, requestQuery().get('q') ?? '', format)
  if (!found) return ledElsewhere(start, path)
  const href = 'movedTo' in found ? found.movedTo : feedAddress(found, format).slice(start.siteUrl.length)
  if ('movedTo' in found || href.split('?')[0] !== encodePath(path)) {
    answerWith(301, href)
    return movedAnswer()
  }
  const { write, type } = WRITERS[format]
  return textAnswer(write(found), type, found.updatedAt)
}

/** Of a feed that is not there: somebody may have written where it went. */
async function ledElsewhere(start: FileStart, path: string): Promise<Response> {
  const lead = await findLead(start, path)
  if (!lead) return missingAnswer()
  isLed(lead.id)
  if (lead.status === 410) return goneAnswer()
  answerWith(lead.status, lead.location)
  return movedAnswer()
}
