import { ArticlePage } from '@/components/article/article-page'
import { StandingPage } from '@/components/article/standing-page'
import { WithdrawnPage } from '@/components/article/withdrawn-page'
import { answerWith } from '@/lib/answer-with'
import { parseDateAddress } from '@/lib/archives/date-address'
import { partPagedAddress } from '@/lib/archives/page-address'
import { partCommentPage, partPageNumber } from '@/lib/articles/address'
import { bodyPages } from '@/lib/articles/body'
import { articlePagePath, decodeSegment, discussionPath, encodePath } from '@/lib/articles/paths'
import { findMovedPath, getArticle, listChildPages } from '@/lib/articles/queries'
import { getSurroundings } from '@/lib/articles/surroundings'
import type { ArticleView } from '@/lib/articles/view'
import { requestPath } from '@/lib/http/request-path'
import { beginPage, type PageStart } from '@/lib/site/page-frame'

import { CorrectionsLog } from '../corrections-log'
import { DateArchive } from '../date-archive'
import { Discussion, type DiscussionQuery } from '../discussion'
import { NotFound } from '../not-found-answer'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ path: string[] }>; searchParams: Promise<DiscussionQuery> }

/** Where the site's corrections stand, unless a page of its own was written there. */
const CORRECTIONS = 'corrections'

/** An article or a standing page at its own address, one of its pages, or where the address leads instead. */
export default async function Page({ params, searchParams }: Props) {
  const start = await beginPage()
  const segments = (await params).path.map(decodeSegment)
  const date = parseDateAddress(segments)
  if (date) return <DateArchive start={start} date={date} />
  const path = requestPath() ?? `/${segments.join('/')}/`
  const exact = await getArticle(start.db, path, start.facts)
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
  const target = numbered?.movedTo ?? (await findMovedPath(start.db, path)) ?? discussed?.movedTo
  if (target) {
    answerWith(301, encodePath(target))
    return null
  }
  return <NotFound start={start} />
}

/** "/slug/2/": page 2 of an article with so many pages; one page too far leads back to the article. */
async function findNumberedPage({ db, facts }: PageStart, path: string) {
  const numbered = partPageNumber(path)
  if (!numbered) return null
  for (const base of numbered.bases) {
    const article = await getArticle(db, base, facts)
    if (!article || 'withdrawn' in article) continue
    const { page } = numbered
    const right = articlePagePath(article.path, page) === encodePath(path)
    if (page < 2 || page > bodyPages(article.body).length) return { movedTo: article.path, article: null, page }
    return right ? { article, page } : { movedTo: `${base.replace(/\/*$/, '/')}${page}/`, article: null, page }
  }
  return null
}

/** "/slug/comment-page-2/": page 2 of the discussion; the first one, or one of nothing, is at the address before it. */
async function findDiscussed({ db, facts }: PageStart, path: string) {
  const parted = partCommentPage(path)
  if (!parted) return null
  const { bases, page } = parted
  for (const base of bases) {
    const article = await getArticle(db, base, facts)
    if (!article || 'withdrawn' in article) continue
    if (page < 2) return { movedTo: article.path, article: null, page }
    const right = discussionPath(article.path, page) === encodePath(path)
    return right
      ? { article, page }
      : { movedTo: `${base.replace(/\/*$/, '/')}comment-page-${page}/`, article: null, page }
  }
  return { movedTo: await findMovedPath(db, bases[0]), article: null, page }
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
  const discussion = <Discussion start={start} frame={frame} article={article} query={query} page={commentPage} />
  if (article.kind === 'PAGE') {
    const children = await listChildPages(db, article.id)
    return (
      <StandingPage frame={frame} article={article} page={page} discussion={discussion}>
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
      noIndex={query.replytocom !== undefined || query.unapproved !== undefined}
      discussion={discussion}
    />
  )
}
