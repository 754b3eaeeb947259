import type {
  AdvertiserContentArticle,
  AnalysisNewsArticle,
  NewsArticle,
  OpinionNewsArticle,
  ReviewNewsArticle,
  SatiricalArticle,
  WebPage,
} from 'schema-dts'
import type { ArticleLabel } from '@/generated/sqlite/enums'
import { writersOf } from '@/lib/articles/byline-roles'
import { articlePagePath, encodePath } from '@/lib/articles/paths'
import type { ArticleView } from '@/lib/articles/view'
import type { CommentView } from '@/lib/comments/view'
import type { Frame } from '@/lib/site/frame'
import { changedAt } from '@/lib/sitemaps/changes'
import { commentThings } from './comments'
import { imageThings } from './images'
import { organization, websiteId } from './organization'
import { person } from './person'
import { said } from './said'

export type ArticleThing =
  | NewsArticle
  | AnalysisNewsArticle
  | OpinionNewsArticle
  | ReviewNewsArticle
  | AdvertiserContentArticle
  | SatiricalArticle

/** What kind of work a piece is, as search engines and the Trust Project tell them apart. */
const TYPES = {
  NEWS: 'NewsArticle',
  INTERVIEW: 'NewsArticle',
  EXPLAINER: 'NewsArticle',
  ANALYSIS: 'AnalysisNewsArticle',
  OPINION: 'OpinionNewsArticle',
  REVIEW: 'ReviewNewsArticle',
  SPONSORED: 'AdvertiserContentArticle',
  SATIRE: 'SatiricalArticle',
} as const satisfies Record<ArticleLabel, string>

/**
 * The IPTC's word for what a machine wrote, as schema.org has it. For help with a text there is none that would be true:
 * readers are told in a sentence.
 */
const GENERATED = 'https://schema.org/TrainedAlgorithmicMediaDigitalSource'

/** A published article. `comments`: those that its page shows. */
export function articleThing(
  frame: Frame,
  article: ArticleView,
  page: number,
  comments: readonly CommentView[] = [],
): ArticleThing {
  const { siteUrl } = frame
  const { byline } = article
  const url = article.seo.canonicalUrl ?? siteUrl + encodePath(article.path)
  const images = imageThings(frame, article)
  const discussed = commentThings(siteUrl + encodePath(article.path), comments)
  const section = article.categoryChain.at(-1)
  const others = byline.override ? [] : byline.authors.filter((author) => !writersOf(byline).includes(author))
  const thing: NewsArticle = said({
    '@type': 'NewsArticle',
    '@id': `${url}#article`,
    mainEntityOfPage: siteUrl + articlePagePath(article.path, page),
    url,
    headline: article.headline,
    description: article.seo.description || undefined,
    image: images.length ? images : undefined,
    datePublished: article.publishedAt.toISOString(),
    dateModified: (changedAt(article) ?? article.publishedAt).toISOString(),
    author: writers(frame, article),
    contributor: others.length ? others.map((author) => person(frame, author)) : undefined,
    publisher: organization(frame),
    isPartOf: { '@id': websiteId(siteUrl) },
    inLanguage: article.locale,
    articleSection: section?.name,
    keywords: article.tags.length ? article.tags.map(({ name }) => name) : undefined,
    wordCount: article.wordCount,
    isAccessibleForFree: true,
    speakable: { '@type': 'SpeakableSpecification', cssSelector: ['.headline', '.article-header .dek'] },
    correction: article.corrections.length
      ? article.corrections.map(({ text, createdAt }) => ({
          '@type': 'CorrectionComment' as const,
          text,
          datePublished: createdAt.toISOString(),
        }))
      : undefined,
    commentCount: article.commentCount,
    comment: discussed.length ? discussed : undefined,
    ...(article.aiUse === 'GENERATED' && { digitalSourceType: GENERATED }),
    discussionUrl: article.commentsOpen || article.commentCount ? `${url}#comments` : undefined,
  })
  // What may be said of news may be said of all of them.
  return { ...thing, '@type': TYPES[article.label] } as ArticleThing
}

/** Everybody of the byline; an agency's name in their place is nobody's; without either the publication answers. */
function writers(frame: Frame, { byline }: ArticleView) {
  if (byline.override) return [{ '@type': 'Organization' as const, name: byline.override }]
  const authors = writersOf(byline)
  if (authors.length) return authors.map((author) => person(frame, author))
  return [organization(frame)]
}

/** A standing page. */
export function pageThing({ siteUrl, locale }: Frame, article: ArticleView, page: number): WebPage {
  const url = siteUrl + articlePagePath(article.path, page)
  return said({
    '@type': 'WebPage',
    '@id': url,
    url,
    name: article.headline,
    description: article.excerpt || undefined,
    inLanguage: locale,
    datePublished: article.publishedAt.toISOString(),
    dateModified: (changedAt(article) ?? article.publishedAt).toISOString(),
    isPartOf: { '@id': websiteId(siteUrl) },
  })
}
