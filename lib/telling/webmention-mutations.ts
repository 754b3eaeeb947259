import { z } from 'zod'
import { encodePath } from '@/lib/articles/paths'
import type { Database, Tx } from '@/lib/db'
import { env } from '@/lib/env'
import { FetchRefused, fetchOutside, type OutsideAnswer, type Reach } from '@/lib/http/fetch-outside'
import { mediaTypeOf, textOfAnswer } from '@/lib/http/read-text'
import { type AnyJobKind, jobKind } from '@/lib/jobs/kind'
import { enqueueAll } from '@/lib/jobs/mutations'
import { log } from '@/lib/log'
import { getSiteFacts } from '@/lib/site/facts'
import { findEndpoint } from './discover'
import { outboundLinks } from './outbound'
import { readTelling } from './tell-mutations'

/** Asks for each page that an article links to, or did when they were last told, to be told by a job of its own. */
export const planWebmentions: AnyJobKind = jobKind({
  payload: z.object({ articleId: z.number().int() }),
  async finish(tx, { articleId }, now) {
    if (!(await readTelling(tx)).sendWebmentions) return
    const orders = [...(await targetsOf(tx, articleId))].map((target) => ({
      ...{ kind: 'telling.webmention', payload: { articleId, target }, runAt: now },
      key: `telling.webmention ${articleId} ${target}`,
    }))
    await enqueueAll(tx, orders, now)
  },
})

async function targetsOf(tx: Tx, articleId: number): Promise<Set<string>> {
  const article = await tx.article.findUnique({
    where: { id: articleId },
    select: { status: true, body: true, sentMentions: { select: { target: true } } },
  })
  if (!article) return new Set()
  const links = article.status === 'PUBLISHED' ? outboundLinks(article.body, env().siteUrl) : []
  return new Set([...article.sentMentions.map(({ target }) => target), ...links])
}

/** Tells one page that an article links to it, where it says that it wants to know. Source: w3.org/TR/webmention. */
export const sendWebmention = (reach: Reach): AnyJobKind =>
  jobKind({
    payload: z.object({ articleId: z.number().int(), target: z.string() }),
    async work(db, { articleId, target }) {
      if (!(await getSiteFacts(db)).telling.sendWebmentions) return
      const article = await db.article.findUnique({
        where: { id: articleId },
        select: { path: true, status: true, body: true },
      })
      if (!article) return
      const source = env().siteUrl + encodePath(article.path)
      const said = await untilRefused(tell(reach, source, target))
      if (said === null) return
      if (said.status >= 500) throw new Error(`${new URL(said.url).host} answered ${said.status}`)
      const isLinked = article.status === 'PUBLISHED' && outboundLinks(article.body, env().siteUrl).includes(target)
      await note(db, { articleId, target }, isLinked)
    },
  })

/** What the page's endpoint answered; null where it has none. */
async function tell(reach: Reach, source: string, target: string): Promise<OutsideAnswer | null> {
  const page = await fetchOutside(reach, target, { accept: 'text/html, */*;q=0.5' })
  if (page.status >= 500) throw new Error(`${new URL(page.url).host} answered ${page.status}`)
  const linkHeader = [page.headers.link].flat().join(', ')
  const html = /html/.test(mediaTypeOf(page)) ? textOfAnswer(page) : null
  const endpoint = findEndpoint({ url: page.url, linkHeader, html })
  if (endpoint === null) return null
  const text = new URLSearchParams({ source, target }).toString()
  return fetchOutside(reach, endpoint, { body: { type: 'application/x-www-form-urlencoded', text } })
}

/** Whom we do not ask is not told, and nobody has to look at it: authors link where they like. */
async function untilRefused<T>(asking: Promise<T>): Promise<T | null> {
  try {
    return await asking
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error
    log().info({ reason: error.message }, 'a page that is linked to was not told')
    return null
  }
}

/** Whoever was told hears of it when the link is changed or gone; that once, and then no more. */
async function note(db: Database, sent: { articleId: number; target: string }, isLinked: boolean): Promise<void> {
  if (!isLinked) {
    await db.sentMention.deleteMany({ where: sent })
    return
  }
  const sentAt = new Date()
  await db.sentMention.upsert({
    where: { articleId_target: sent },
    create: { ...sent, sentAt },
    update: { sentAt },
    select: { sentAt: true },
  })
}
