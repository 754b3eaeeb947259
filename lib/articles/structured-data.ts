import type { ArticleLabel } from '@/generated/sqlite/enums'
import type { Author } from '@/lib/authors/author'
import { isShown } from '@/lib/media/image'
import { writersOf } from './byline-roles'
import { articlePagePath, authorPath, encodePath } from './paths'
import type { ArticleView } from './view'

/** What a piece is, in schema.org's words; an interview has none of its own. */
const TYPES: Record<ArticleLabel, string> = {
  NEWS: 'NewsArticle',
  ANALYSIS: 'AnalysisNewsArticle',
  OPINION: 'OpinionNewsArticle',
  REVIEW: 'ReviewNewsArticle',
  INTERVIEW: 'NewsArticle',
  EXPLAINER: 'BackgroundNewsArticle',
  SPONSORED: 'AdvertiserContentArticle',
  SATIRE: 'SatiricalArticle',
}

/**
 * The IPTC's word for what a machine wrote, as schema.org has it. For help with a text there is none that would be true:
 * readers are told in a sentence.
 */
const GENERATED = 'https://schema.org/TrainedAlgorithmicMediaDigitalSource'

type Site = { siteUrl: string; name: string }

/** An article as schema.org describes it (schema.org/NewsArticle). What is not there is not said. */
export function structuredData(article: ArticleView, { siteUrl, name }: Site): object {
  const { byline, leadImage, missingImages, seo, corrections } = article
  const url = seo.canonicalUrl ?? siteUrl + articlePagePath(article.path, 1)
  const writers = writersOf(byline)
  const others = byline.authors.filter((author) => !writers.includes(author))
  const person = (author: Author) => ({
    '@type': 'Person',
    name: author.name,
    url: siteUrl + authorPath(author.slug),
  })
  const section = article.categoryChain.at(-1)?.name
  return {
    '@context': 'https://schema.org',
    '@type': TYPES[article.label],
    headline: article.headline,
    description: seo.description,
    url,
    mainEntityOfPage: url,
    datePublished: article.publishedAt.toISOString(),
    dateModified: (article.revisedAt ?? article.publishedAt).toISOString(),
    inLanguage: article.locale,
    ...(byline.override && { author: [{ '@type': 'Organization', name: byline.override }] }),
    ...(!byline.override && writers.length && { author: writers.map(person) }),
    ...(!byline.override && others.length && { contributor: others.map(person) }),
    publisher: { '@type': 'NewsMediaOrganization', name, url: `${siteUrl}/` },
    ...(leadImage && isShown(leadImage.src, missingImages) && { image: [siteUrl + encodePath(leadImage.src)] }),
    ...(section && { articleSection: section }),
    ...(article.tags.length && { keywords: article.tags.map((tag) => tag.name) }),
    ...(corrections.length && {
      correction: corrections.map(({ text, createdAt }) => ({
        '@type': 'CorrectionComment',
        text,
        datePublished: createdAt.toISOString(),
      })),
    }),
    ...(article.aiUse === 'GENERATED' && { digitalSourceType: GENERATED }),
    isAccessibleForFree: true,
  }
}

/** JSON as it may stand in a script: a headline may say "</script>". */
export const jsonForScript = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c')
