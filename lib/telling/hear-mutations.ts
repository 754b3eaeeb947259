import { z } from 'zod'
import { decodePath, foldPath } from '@/lib/articles/paths'
import { isOpen } from '@/lib/comments/closing'
import type { Database } from '@/lib/db'
import { env } from '@/lib/env'
import { FetchRefused, fetchOutside, type OutsideAnswer, type Reach } from '@/lib/http/fetch-outside'
import { mediaTypeOf, textOfAnswer } from '@/lib/http/read-text'
import { type AnyJobKind, jobKind } from '@/lib/jobs/kind'
import { log } from '@/lib/log'
import { getSiteFacts } from '@/lib/site/facts'
import { endMention, keepMention } from './mention-mutations'
import { readMention } from './mention-text'

const payload = z.object({
  kind: z.enum(['WEBMENTION', 'PINGBACK']),
  articleId: z.number().int(),
  /** The page that is said to link here. */
  source: z.string(),
  /** Folded path of what it is said to link to. */
  target: z.string(),
  /** Who said so. */
  address: z.string(),
})
export type Heard = z.infer<typeof payload>

/** Looks whether the page really links here; what it says there becomes a comment that is held until somebody has read it. */
export const hearMention = (reach: Reach): AnyJobKind =>
  jobKind({
    payload,
    async work(db, heard) {
      if (!(await isWanted(db, heard, new Date()))) return
      const page = await pageOf(reach, heard.source)
      if (page === null) return
      const said = page.status < 300 ? readMention(textOfAnswer(page), page.url, isTarget(heard)) : null
      const now = new Date()
      if (said === null) await endMention(db, heard, now)
      else await keepMention(db, heard, said, now)
    },
  })

async function isWanted(db: Database, { kind, articleId }: Heard, now: Date): Promise<boolean> {
  const { telling, comments } = await getSiteFacts(db)
  const { receiveWebmentions, receivePingbacks } = telling
  if (!(kind === 'WEBMENTION' ? receiveWebmentions : receivePingbacks)) return false
  const where = { id: articleId, status: 'PUBLISHED' } as const
  const article = await db.article.findUnique({ where, select: { commentsOpen: true, publishedAt: true } })
  return article !== null && isOpen(article, comments, now)
}

const GONE = new Set([404, 410])

/** Null for what nobody will ever read here. What may be there another time is thrown, and asked again later. */
async function pageOf(reach: Reach, source: string): Promise<OutsideAnswer | null> {
  try {
    const page = await fetchOutside(reach, source, { accept: 'text/html' })
    if (page.status >= 500 || page.status === 429) throw new Error(`${new URL(page.url).host} answered ${page.status}`)
    if (GONE.has(page.status)) return page
    return page.status < 300 && /html/.test(mediaTypeOf(page)) ? page : null
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error
    log().info({ reason: error.message }, 'a page that is said to link here was not read')
    return null
  }
}

/** True for an address of this site that is the article's, however it is spelled. */
function isTarget({ target }: Heard): (url: URL) => boolean {
  const { host } = new URL(env().siteUrl)
  return (url) => url.host === host && foldPath(decodePath(url.pathname)) === target
}
