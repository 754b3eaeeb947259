import type { ArticleCard, ArticleView } from '@/lib/articles/view'
import type { Author } from '@/lib/authors/author'
import type { DiscussionPage } from '@/lib/comments/queries'
import type { Settings } from '@/lib/site/settings'
import type { Category } from '@/lib/taxonomy/category-tree'

/** All that one article's page shows, as JSON between two processes. */
export type Constant = {
  site: Settings & { categories: Category[]; authors: Author[] }
  article: ArticleView
  discussion: DiscussionPage
  previous: { path: string; headline: string } | null
  next: { path: string; headline: string } | null
  related: ArticleCard[]
  token: string
}

/** From JSON: times and sets are themselves again. */
export function reviveConstant(json: string): Constant {
  const revived = JSON.parse(json, (key, value: unknown) =>
    typeof value === 'string' && /At$/.test(key) ? new Date(value) : value,
  ) as Constant
  return { ...revived, article: { ...revived.article, missingImages: new Set() } }
}
