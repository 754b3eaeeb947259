import type { Crumb } from '@/components/site/breadcrumb'
import type { Head, Shared } from '@/components/site/page-head'
import { languageLinks } from '@/lib/articles/alternates'
import { bodyPages } from '@/lib/articles/body'
import { namesakeNote } from '@/lib/articles/namesakes'
import { articlePagePath, encodePath } from '@/lib/articles/paths'
import type { ArticleView } from '@/lib/articles/view'
import type { CommentView } from '@/lib/comments/view'
import { feedPath } from '@/lib/feeds/address'
import { cardOfPicture } from '@/lib/media/card-image'
import type { Frame } from '@/lib/site/frame'
import { changedAt } from '@/lib/sitemaps/changes'
import { SOCIAL_SIZE, SOCIAL_TYPE } from '@/lib/social-images/address'
import { articleThing, pageThing } from '@/lib/structured-data/article'
import { breadcrumbList } from '@/lib/structured-data/lists'
import { endpointsOf } from '@/lib/telling/endpoints'

/** The head of one page of an article or a standing page: the one place that says what machines read of it. */
export function articleHead(
  frame: Frame,
  article: ArticleView,
  {
    page,
    above,
    noIndex = false,
    comments = [],
    isPreview = false,
  }: { page: number; above: Crumb[]; noIndex?: boolean; comments?: readonly CommentView[]; isPreview?: boolean },
): Head {
  const { words } = frame
  const { headline, path, kind, seo } = article
  const pages = bodyPages(article.body).length
  const pageAt = (number: number) => (number >= 1 && number <= pages ? articlePagePath(path, number) : null)
  const isDiscussed = article.commentsOpen || article.commentCount > 0
  // Somebody who wrote another title knows what it says.
  const isHeadline = seo.title === headline
  const note = namesakeNote(isHeadline ? (article.namesake ?? 0) : 0, article.publishedAt, frame.locale, frame.zone)
  const named = { title: page > 1 ? words.withPage(seo.title, page) : seo.title, description: seo.description }
  // Nobody's address: machines are told nothing of it.
  if (isPreview) return { ...named, canonicalPath: null, noIndex: true }
  const hidden = noIndex || seo.noIndex
  return {
    ...named,
    ...(note && { titleNote: note }),
    canonicalPath: articlePagePath(path, page),
    canonicalUrl: seo.canonicalUrl,
    noIndex: hidden,
    previousPath: pageAt(page - 1),
    nextPath: pageAt(page + 1),
    translations: page === 1 && !hidden ? languageLinks(article, frame.siteUrl) : [],
    hasLanguageFeed: kind === 'ARTICLE',
    feeds: isDiscussed ? [{ title: words.feeds.commentsOn(headline), path: feedPath(encodePath(path)) }] : [],
    embeddable: frame.siteUrl + encodePath(path),
    endpoints: endpointsOf(frame.facts.telling, article, frame.siteUrl),
    shared: sharedArticle(frame, article),
    things: [
      kind === 'PAGE' ? pageThing(frame, article, page) : articleThing(frame, article, page, comments),
      breadcrumbList(frame, above, headline),
    ],
  }
}

function sharedArticle(frame: Frame, article: ArticleView): Shared {
  const { headline, leadImage, missingImages, socialImage, publishedAt, tags, categoryChain, kind } = article
  const image =
    cardOfPicture(leadImage, missingImages, frame.facts.unfinishedPictures) ??
    (socialImage ? { src: socialImage, type: SOCIAL_TYPE, alt: headline, ...SOCIAL_SIZE } : null)
  if (kind === 'PAGE') return { type: 'website', image }
  return {
    type: 'article',
    image,
    publishedAt,
    changedAt: changedAt(article) ?? publishedAt,
    section: categoryChain.at(-1)?.name,
    tags: tags.map(({ name }) => name),
  }
}
