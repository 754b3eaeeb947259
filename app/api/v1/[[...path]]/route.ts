import { decodePath } from '@/lib/articles/paths'
import { jsonAnswer } from '@/lib/http/json-answer'
import { requestPath, requestQuery } from '@/lib/http/request-path'
import { v1Answer } from '@/lib/reading-api/answer-queries'
import { beginFile } from '@/lib/site/page-frame'

export const dynamic = 'force-dynamic'

/** What is published, for programs; /api/v1/openapi.json describes it. */
export async function GET(request: Request): Promise<Response> {
  const path = requestPath() ?? decodePath(new URL(request.url).pathname)
  const { status, body } = await v1Answer(await beginFile(), path, requestQuery())
  return jsonAnswer(body, status)
}
