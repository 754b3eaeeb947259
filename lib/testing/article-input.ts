import { type ArticleInput, UNSAID } from '../articles/input'

let written = 0

/** A published English article of which a test says what matters; its path is its own. */
export function articleInput(facts: Partial<ArticleInput> = {}): ArticleInput {
  const slug = facts.slug ?? `article-${++written}`
  const publishedAt = facts.publishedAt === undefined ? new Date('2026-11-22T06:30:00Z') : facts.publishedAt
  return {
    kind: 'ARTICLE',
    status: 'PUBLISHED',
    path: `/${slug}/`,
    slug,
    headline: slug,
    kicker: null,
    dek: null,
    excerpt: null,
    label: 'NEWS',
    body: '<p>Text.</p>',
    locale: 'en',
    bylineOverride: null,
    leadImage: null,
    document: null,
    ...UNSAID,
    missingImages: [],
    commentsOpen: false,
    pinnedUntil: null,
    publishAt: null,
    publishedAt,
    publishedDay: null,
    revisedAt: null,
    trashedAt: null,
    createdAt: publishedAt ?? new Date('2026-11-22T06:30:00Z'),
    primaryCategoryId: null,
    categoryIds: [],
    tagIds: [],
    authorIds: [],
    parentId: null,
    position: 0,
    guid: null,
    source: null,
    corrections: [],
    ...facts,
  }
}
