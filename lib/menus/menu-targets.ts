import { namedTag } from '@/lib/articles/change-tags'
import { tagTag } from '@/lib/taxonomy/shown-tags'

export type ArticleTarget = { id: number; path: string; headline: string; locale: string }
export type TagTarget = { id: number; slug: string; name: string }
/** What a category or tag that is gone was merged into. */
export type Merged = { kind: string; fromId: number; intoId: number }

export type Known = {
  articles: readonly ArticleTarget[]
  tags: readonly TagTarget[]
  merged: readonly Merged[]
}

const NOTHING: Known = { articles: [], tags: [], merged: [] }

/**
 * What the menus lead to, as far as readers may see it, read once with the rest that every page shows (lib/site/facts.ts).
 * Whoever asks is told to `shows` what the answer shows, and what is not there may come.
 */
export class MenuTargets {
  readonly #shows: (tag: string) => void
  readonly #articles: ReadonlyMap<number, ArticleTarget>
  readonly #tags: ReadonlyMap<number, TagTarget>
  readonly #merged: ReadonlyMap<string, number>

  constructor({ articles, tags, merged }: Known = NOTHING, shows: (tag: string) => void = () => undefined) {
    this.#shows = shows
    this.#articles = new Map(articles.map((article) => [article.id, article]))
    this.#tags = new Map(tags.map((tag) => [tag.id, tag]))
    this.#merged = new Map(merged.map(({ kind, fromId, intoId }) => [`${kind} ${fromId}`, intoId]))
  }

  /** A published article or page. */
  article(id: number): ArticleTarget | undefined {
    this.#shows(namedTag(id))
    return this.#articles.get(id)
  }

  tag(id: number): TagTarget | undefined {
    const now = this.now('tag', id)
    this.#shows(tagTag(now))
    return this.#tags.get(now)
  }

  /** The number by which a category or tag is known by now. */
  now(kind: 'category' | 'tag', id: number): number {
    return this.#merged.get(`${kind} ${id}`) ?? id
  }
}
