import type { AiUse, ArticleKind, ArticleLabel, CorrectionKind } from '@/generated/sqlite/enums'
import type { Author } from '@/lib/authors/author'
import type { Image } from '@/lib/media/image'
import type { Category } from '@/lib/taxonomy/category-tree'

/** A public article among its translations. */
export type Alternate = { locale: string; path: string; original: boolean }

/** Who wrote a piece: authors in order, or the words that stand in their place. */
export type Byline = {
  authors: Author[]
  override: string | null
  /** By author's id, what they did (lib/articles/byline-roles.ts); whoever is not here wrote it. */
  roles?: Readonly<Record<number, string>>
}

/** What an article says of itself to search engines and link cards. */
export type Seo = {
  title: string
  description: string
  /** Absolute; null: its own address. */
  canonicalUrl: string | null
  noIndex: boolean
}

/** An article in a list. */
export type ArticleCard = {
  id: number
  path: string
  headline: string
  kicker: string | null
  label: ArticleLabel
  /** The dek, or the excerpt where there is none. */
  summary: string
  locale: string
  byline: Byline
  category: Category | null
  publishedAt: Date
  commentCount: number
  /** Null also where its file is missing. */
  image: Image | null
  pinned: boolean
}

export type CorrectionView = { id: number; kind: CorrectionKind; text: string; createdAt: Date }

/** A published article, whole. */
export type ArticleView = {
  id: number
  kind: ArticleKind
  path: string
  headline: string
  /** What tells its title from another's (namesakes.ts); none: nothing has to. */
  namesake?: number
  kicker: string | null
  dek: string | null
  excerpt: string
  label: ArticleLabel
  /** Canonical HTML (lib/markup/sanitise.ts). */
  body: string
  wordCount: number
  locale: string
  byline: Byline
  seo: Seo
  aiUse: AiUse
  /** In a sentence of the article's language. */
  aiNote: string | null
  leadImage: Image | null
  missingImages: ReadonlySet<string>
  /** Path of the picture that link cards show where the one above the text cannot be. */
  socialImage: string | null
  /** Itself and its translations that are public, where there are any. */
  alternates: Alternate[]
  commentsOpen: boolean
  commentCount: number
  publishedAt: Date
  publishedDay: number
  revisedAt: Date | null
  /** From the root to the primary category; empty where it has none. */
  categoryChain: Category[]
  tags: { slug: string; name: string }[]
  corrections: CorrectionView[]
  /** Of a standing page: the pages above it, from the top. */
  parents: { path: string; headline: string }[]
  /** True where the text came from WordPress, whose typography is made when it is drawn. */
  imported: boolean
}

/** What is left of an article that was taken down; the notice is plain text. */
export type WithdrawnArticle = { withdrawn: true; path: string; locale: string; at: Date; notice: string | null }
