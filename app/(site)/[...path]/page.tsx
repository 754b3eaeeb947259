import { ArticlePage } from '@/components/article/article-page'
import { StandingPage } from '@/components/article/standing-page'
import { WithdrawnPage } from '@/components/article/withdrawn-page'
import { EmbedCard } from '@/components/embed/embed-card'
import { answerWith } from '@/lib/answer-with'
import { parseDateAddress } from '@/lib/archives/date-address'
import { partPagedAddress } from '@/lib/archives/page-address'
import { findSpelledArchive } from '@/lib/archives/spelled-queries'
import { partCommentPage, partPageNumber } from '@/lib/articles/address'
import { findMeant } from '@/lib/articles/address-queries'
import { bodyPages } from '@/lib/articles/body'
import { articlePagePath, decodeSegment, discussionPath, encodePath } from '@/lib/articles/paths'
import { findSpelledPath, getArticle, listChildPages } from '@/lib/articles/queries'
import { getSurroundings } from '@/lib/articles/surroundings-queries'
import type { ArticleView } from '@/lib/articles/view'
import { getDiscussionPage } from '@/lib/comments/queries'
import { drawnOnce } from '@/lib/draw-once'
import { requestPath } from '@/lib/http/request-path'
import { embedPath, partEmbedAddress } from '@/lib/oembed/oembed'
import { findCard } from '@/lib/oembed/queries'
import { countsAs, mayBeFramed, sayInHead } from '@/lib/page-context'
import { findPatterned, findRedirect } from '@/lib/redirects/queries'
import { beginPage, type PageStart } from '@/lib/site/page-frame'
import { endpointHeaders, endpointsOf } from '@/lib/telling/endpoints'
import { findOldAddress } from '@/lib/wordpress/old-address-queries'
import { CorrectionsLog } from '../corrections-log'
import { DateArchive } from '../date-archive'
import { Discussion, type DiscussionQuery, readDiscussion } from '../discussion'
import { LedElsewhere } from '../led-elsewhere'
import { NotFound } from '../not-found-answer'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ path: string[] }>; searchParams: Promise<DiscussionQuery> }

/** Where the site's corrections stand, unless a page of its own was written there. */
const CORRECTIONS = 'corrections'

/** An article or a standing page at its own address, one of its pages, or where the address leads instead. */
export default drawnOnce(async ({ params, searchParams }: Props) => {
  const start = await beginPage()
  const segments = (await params).path.map(decodeSegment)
  const date = parseDateAddress(segments)
  if (date) return <DateArchive start={start} date={date} />
  const path = requestPath() ?? `/${segments.join('/')}/`
  const exact = await getArticle(start.db, path, start.facts, start.now)
  if (exact && 'withdrawn' in exact) {
    answerWith(410)
    return <WithdrawnPage frame={start.frame(exact.locale)} article={exact} />
  }
  const query = await searchParams
  if (exact) return drawArticle(start, exact, 1, query)
  const log = partPagedAddress(segments)
  if (log && log.base.join('/') === CORRECTIONS) return <CorrectionsLog start={start} page={log.page} />
  const numbered = await findNumberedPage(start, path)
  if (numbered?.article) return drawArticle(start, numbered.article, numbered.page, query)
  const discussed = numbered ? null : await findDiscussed(start, path)
  if (discussed?.article) return drawArticle(start, discussed.article, 1, query, discussed.page)
  const card = numbered || discussed ? null : await findEmbedded(start, path)
  if (card?.article) return <EmbedCard frame={start.frame(card.article.locale)} article={card.article} />
  // In this order: docs/decisions/023.
  const stored = await findSpelledPath(start.db, path)
  const lead = stored === null ? await findRedirect(start, path) : null
  if (lead) return <LedElsewhere start={start} lead={lead} />
  const derived = numbered?.movedTo ?? discussed?.movedTo ?? card?.movedTo
  const target = stored === null ? (derived ?? (await findFormer(start, path, segments))) : encodePath(stored)
  if (target) {
    answerWith(301, target)
    return null
  }
  const patterned = await findPatterned(start, path)
  return patterned ? <LedElsewhere start={start} lead={patterned} /> : <NotFound start={start} />
})

/** Another spelling of an archive's address, or one of WordPress's. */
const findFormer = async (start: PageStart, path: string, segments: string[]): Promise<string | null> =>
  (await findSpelledArchive(start, segments)) ?? findOldAddress(start.db, path)

/** "/slug/2/": page 2 of an article with so many pages; one page too far leads back to the article. */
async function findNumberedPage({ db, facts, now }: PageStart, path: string) {
  const numbered = partPageNumber(path)
  const meant = numbered && (await findMeant(db, numbered.base))
  const article = meant && (await getArticle(db, meant.path, facts, now))
  if (!article || 'withdrawn' in article) return null
  const { page } = numbered
  const isThere = page > 1 && page <= bodyPages(article.body).length
  const href = articlePagePath(article.path, isThere ? page : 1)
  if (!isThere || href !== encodePath(path)) return { movedTo: href, article: null, page }
  return { movedTo: null, article, page }
}

/** "/slug/comment-page-2/": page 2 of the discussion; the first one, or one too far, leads back to the article. */
async function findDiscussed({ db, facts, now }: PageStart, path: string) {
  const parted = partCommentPage(path)
  const meant = parted && (await findMeant(db, parted.base))
  const article = meant && (await getArticle(db, meant.path, facts, now))
  if (!article || 'withdrawn' in article) return null
  const { page } = parted
  const { maxDepth } = facts.comments
  const isThere = page > 1 && (await getDiscussionPage(db, article.id, maxDepth, { page })) !== null
  const href = discussionPath(article.path, isThere ? page : 1)
  if (!isThere || href !== encodePath(path)) return { movedTo: href, article: null, page }
  return { movedTo: null, article, page }
}

/** "/slug/embed/": the article's card for frames of other sites. */
async function findEmbedded(start: PageStart, path: string) {
  const base = partEmbedAddress(path)
  const article = base === null ? null : await findCard(start, base)
  if (!article) return null
  const href = embedPath(encodePath(article.path))
  if (href !== encodePath(path)) return { movedTo: href, article: null }
  mayBeFramed()
  return { movedTo: null, article }
}

async function drawArticle(
  start: PageStart,
  article: ArticleView,
  page: number,
  query: DiscussionQuery,
  commentPage?: number,
) {
  const { db, facts, now } = start
  const frame = start.frame(article.locale)
  countsAs({
    articleId: article.id,
    authorIds: article.byline.authors.map(({ id }) => id),
    categoryIds: article.categoryChain.map(({ id }) => id),
  })
  sayInHead(endpointHeaders(endpointsOf(facts.telling, article, frame.siteUrl)))
  const read = await readDiscussion(start, article, query, commentPage)
  if (!read) return null
  const discussion = <Discussion start={start} frame={frame} article={article} discussion={read} />
  const noIndex = query.replytocom !== undefined || query.unapproved !== undefined
  if (article.kind === 'PAGE') {
    const children = await listChildPages(db, article.id)
    return (
      <StandingPage frame={frame} article={article} page={page} noIndex={noIndex} discussion={discussion}>
        {children}
      </StandingPage>
    )
  }
  const { previous, next, related } = await getSurroundings(db, article, facts, now)
  return (
    <ArticlePage
      frame={frame}
      article={article}
      page={page}
      previous={previous}
      next={next}
      related={related}
      noIndex={noIndex}
      comments={read.shown.comments}
      discussion={discussion}
    />
  )
}
