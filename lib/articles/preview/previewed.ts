import type { ArticleInput } from '@/lib/articles/input'
import { dayIn } from '@/lib/calendar/days'
import { isOpen } from '@/lib/comments/closing'
import { plainText } from '@/lib/markup/plain-text'
import type { SiteFacts } from '@/lib/site/facts'
import { displayText } from '../display-text'
import { inOrder, type ShownTag, seoOf } from '../drawn'
import { type Content, contentOf, textChanged } from '../editing/content'
import { excerptOf } from '../excerpt'
import { countWords } from '../reading-time'
import type { ArticleView } from '../view'

export type PreviewFacts = {
  id: number
  input: ArticleInput
  /** What is previewed: the working copy where there is one. */
  content: Content
  tags: readonly ShownTag[]
  parents: ArticleView['parents']
  site: Pick<SiteFacts, 'site' | 'categories' | 'authors' | 'comments'>
  /** Of approved comments. */
  commentCount: number
  now: Date
}

/**
 * An article as readers would see it if it were made public now. Its pages stand on one.
 */
export function previewed({ id, input, content, tags, parents, site, commentCount, now }: PreviewFacts): ArticleView {
  const { kind, path, missingImages, publishedAt: since, publishAt } = input
  const sourceSite = input.source?.site ?? null
  const text = plainText(content.body)
  const headline = displayText(content.headline, sourceSite)
  const excerpt = displayText(excerptOf(content.excerpt, content.dek, text), sourceSite)
  const publishedAt = since ?? publishAt ?? now
  const isChanged = since !== null && textChanged(contentOf(input), content)
  return {
    ...{ id, kind, path, headline, excerpt, publishedAt, parents },
    kicker: content.kicker,
    dek: content.dek === null ? null : displayText(content.dek, sourceSite),
    label: content.label,
    body: content.body.replaceAll('<!--nextpage-->', ''),
    wordCount: countWords(text),
    locale: content.locale,
    byline: {
      authors: content.authorIds.flatMap((author) => site.authors.get(author) ?? []),
      override: content.bylineOverride,
      roles: content.authorRoles,
    },
    seo: seoOf(content, headline, excerpt),
    aiUse: content.aiUse,
    aiNote: content.aiNote,
    leadImage: content.leadImage,
    missingImages: new Set(missingImages),
    socialImage: null,
    alternates: [],
    commentsOpen: isOpen({ commentsOpen: input.commentsOpen, publishedAt }, site.comments, now),
    commentCount,
    publishedDay: input.publishedDay ?? dayIn(site.site.timeZone, publishedAt),
    revisedAt: isChanged ? now : input.revisedAt,
    categoryChain: site.categories.chain(content.primaryCategoryId),
    tags: inOrder(tags),
    corrections: input.corrections.map((correction, at) => ({ ...correction, id: at })).toReversed(),
    imported: sourceSite !== null,
  }
}
