import type { AiUse, ArticleKind, ArticleLabel, ArticleStatus, CorrectionKind } from '@/generated/sqlite/enums'
import type { ArticleDocument } from '@/lib/documents/document'
import type { Image } from '@/lib/media/image'
import type { ReadBody } from './read-body'

/** Everything that is written of an article; what follows from it (fold, counts, archives, search) is derived. */
export type ArticleInput = {
  kind: ArticleKind
  status: ArticleStatus
  /** Decoded; free, as the caller has made sure. */
  path: string
  slug: string
  headline: string
  kicker: string | null
  dek: string | null
  /** Written by hand, or null: derived from the dek or the text. */
  excerpt: string | null
  label: ArticleLabel
  /** Canonical HTML: it has come through sanitiseBody. */
  body: string
  /** What was read out of `body` already: an import does so in another thread. */
  readBody?: ReadBody
  /** What the body was written from (lib/documents/article-text.ts); null for a text that came as HTML. */
  document: ArticleDocument | null
  locale: string
  bylineOverride: string | null
  leadImage: Image | null
  /** What search engines and link cards say; null: the headline, the excerpt. */
  seoTitle: string | null
  seoDescription: string | null
  /** Absolute; null: its own address. */
  canonicalUrl: string | null
  noIndex: boolean
  aiUse: AiUse
  aiNote: string | null
  /** Sources of images in the lead or the body whose file is not here. */
  missingImages: string[]
  commentsOpen: boolean
  pinnedUntil: Date | null
  publishAt: Date | null
  publishedAt: Date | null
  /** Where it is not the site's zone's day of `publishedAt`: an import keeps the day it had. */
  publishedDay: number | null
  revisedAt: Date | null
  trashedAt: Date | null
  createdAt: Date
  primaryCategoryId: number | null
  categoryIds: number[]
  tagIds: number[]
  /** In the order of the byline. */
  authorIds: number[]
  /** By author's id, what they did; whoever is not here wrote it. */
  authorRoles: Record<string, string>
  /** Of which article it is the translation; settled: one that is no translation itself. */
  translationOfId: number | null
  parentId: number | null
  position: number
  guid: string | null
  source: { site: string; id: number; hash: string; notes: object } | null
  /** Who said it, where that is known. */
  corrections: { kind: CorrectionKind; text: string; createdAt: Date; madeById?: string | null; madeByName?: string }[]
}

/** What most articles say nothing of. */
export const UNSAID = {
  seoTitle: null,
  seoDescription: null,
  canonicalUrl: null,
  noIndex: false,
  aiUse: 'NONE',
  aiNote: null,
  translationOfId: null,
  authorRoles: {},
} satisfies Partial<ArticleInput>
