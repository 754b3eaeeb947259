import { decodePath } from '@/lib/articles/paths'
import { nextMidnight } from '@/lib/calendar/days'
import { jsonAnswer } from '@/lib/http/json-answer'
import { requestPath, requestQuery } from '@/lib/http/request-path'
import { expiresAt } from '@/lib/page-context'
import { beginFile } from '@/lib/site/page-frame'
import { restAnswer } from '@/lib/wordpress/rest/answer-queries'
import { answerOembed } from '../../oembed/answer'

export const dynamic = 'force-dynamic'

/** What apps that were made for WordPress ask: decision 017. */
export async function GET(request: Request): Promise<Response> {
  const path = requestPath() ?? decodePath(new URL(request.url).pathname)
  const query = requestQuery()
  const start = await beginFile()
  if (/^\/wp-json\/oembed\/1\.0\/embed\/?$/.test(path)) return answerOembed(start, query)
  // The site's clocks change, and say how far they are from others.
  expiresAt(nextMidnight(start.facts.site.timeZone, start.now))
  const { status, body, headers } = await restAnswer(start, path, query)
  return jsonAnswer(body, status, headers)
}
