import { PAGE_SIZE } from '@/lib/archives/keys'
import { pageCount } from '@/lib/archives/paging'
import { listCards } from '@/lib/articles/card-queries'
import type { ArticleCard } from '@/lib/articles/view'
import { dialectOf } from '@/lib/database/dialect'
import type { Database } from '@/lib/db'
import { plainText } from '@/lib/markup/plain-text'
import { dependsOn } from '@/lib/page-context'
import type { SiteFacts } from '@/lib/site/facts'
import type { Matches } from './match'
import * as postgresql from './postgresql'
import { parseQuery, type SearchQuery } from './query'
import { type SnippetPart, snippetOf } from './snippet'
import * as sqlite from './sqlite'

const dialects = { sqlite, postgresql }

export type FoundArticle = { article: ArticleCard; snippet: SnippetPart[] }
export type SearchPage = {
  found: FoundArticle[]
  total: number
  /** True where there are more than `total`: then newest first. */
  many: boolean
  page: number
  pages: number
}

/**
 * Page `page` of what is found for a reader's words, best first; null past the last page. Nothing found is one empty
 * page. Five queries at most on SQLite, seven on PostgreSQL.
 */
export async function getSearchPage(
  db: Database,
  typed: string,
  page: number,
  facts: SiteFacts,
  now: Date,
): Promise<SearchPage | null> {
  // Anything that is published may be found.
  dependsOn('search')
  const query = parseQuery(typed)
  const { total, many, articleIds } = await findArticles(db, query, (page - 1) * PAGE_SIZE, PAGE_SIZE)
  const pages = pageCount(total, PAGE_SIZE)
  if (page > pages) return null
  const [articles, texts] = await Promise.all([listCards(db, articleIds, facts, now), readTexts(db, articleIds)])
  const found = articles.map((article) => ({ article, snippet: drawn(article, texts.get(article.id), query) }))
  return { found, total, many, page, pages }
}

/** Ids of the published articles and pages that match, best first. */
export async function findArticles(db: Database, query: SearchQuery, skip: number, take: number): Promise<Matches> {
  if (!query.terms.length) return { total: 0, many: false, articleIds: [] }
  return dialects[dialectOf(db)].matchDocuments(db, query, skip, take)
}

/** Bodies for the cards; whether an article is public was asked for those. */
async function readTexts(db: Database, articleIds: number[]): Promise<Map<number, string>> {
  const rows = await db.article.findMany({ where: { id: { in: articleIds } }, select: { id: true, body: true } })
  return new Map(rows.map(({ id, body }) => [id, body]))
}

/** Where the body does not say it, the headline, an author or a tag does: then the dek stands there as on other lists. */
function drawn({ summary }: ArticleCard, body: string | undefined, query: SearchQuery): SnippetPart[] {
  const snippet = body === undefined ? null : snippetOf(plainText(body), query)
  return snippet ?? snippetOf(summary, query) ?? [{ text: summary, hit: false }]
}
