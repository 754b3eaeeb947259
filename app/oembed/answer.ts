import { jsonAnswer } from '@/lib/http/json-answer'
import { textAnswer } from '@/lib/http/text-answer'
import { oembed, oembedXml } from '@/lib/oembed/oembed'
import { findEmbeddable } from '@/lib/oembed/queries'
import { readLength } from '@/lib/oembed/size'
import type { FileStart } from '@/lib/site/page-frame'
import { refuse } from '@/lib/wordpress/rest/refusal'

/** An article's card for another site, in JSON or XML. */
export async function answerOembed(start: FileStart, query: URLSearchParams): Promise<Response> {
  const address = query.get('url')
  const format = query.get('format') ?? 'json'
  if (format !== 'json' && format !== 'xml') {
    const { status, body } = refuse(501, 'oembed_not_implemented', 'There is this in JSON and in XML.')
    return jsonAnswer(body, status)
  }
  if (!address) {
    const params = ['url']
    const { status, body } = refuse(400, 'rest_missing_callback_param', 'Missing parameter(s): url', { params })
    return jsonAnswer(body, status)
  }
  const article = await findEmbeddable(start, address)
  if (!article) {
    const { status, body } = refuse(404, 'oembed_invalid_url', 'Not Found')
    return jsonAnswer(body, status)
  }
  const site = { name: start.facts.site.name, url: start.siteUrl }
  const room = { width: readLength(query.get('maxwidth')), height: readLength(query.get('maxheight')) }
  const answer = oembed(site, article, room)
  return format === 'xml' ? textAnswer(oembedXml(answer), 'text/xml') : jsonAnswer(answer)
}
