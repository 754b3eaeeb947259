import { requestQuery } from '@/lib/http/request-path'
import { beginFile } from '@/lib/site/page-frame'
import { answerOembed } from './answer'

export const dynamic = 'force-dynamic'

/** What pages name in their heads, and other sites ask before they show one of them. */
export async function GET(): Promise<Response> {
  return answerOembed(await beginFile(), requestQuery())
}
