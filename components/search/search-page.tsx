import { ArticleCard } from '@/components/article/article-card'
import { Breadcrumb } from '@/components/site/breadcrumb'
import { Document } from '@/components/site/document'
import { Pagination } from '@/components/site/pagination'
import { SearchForm } from '@/components/site/search-form'
import { authorPath, searchPath } from '@/lib/articles/paths'
import type { Author } from '@/lib/authors/author'
import { searchFeedPath } from '@/lib/feeds/address'
import type { SearchPage as SearchPageView } from '@/lib/search/queries'
import type { Frame } from '@/lib/site/frame'
import { Snippet } from './snippet'

/** The form alone, or what was found for `query`, best first. */
export function SearchPage({
  frame,
  query,
  results,
  authors,
}: {
  frame: Frame
  /** As the reader typed it, cleaned; empty where nothing was asked. */
  query: string
  results: SearchPageView
  /** Whom the words name. */
  authors: Author[]
}) {
  const { words } = frame
  const { page, pages, found } = results
  const subject = query ? words.searchResultsFor(query) : words.search
  const title = page > 1 ? words.withPage(subject, page) : subject
  return (
    <Document
      frame={frame}
      head={{
        title,
        description: '',
        canonicalPath: searchPath(query, page),
        noIndex: true,
        feeds: query ? [{ title: subject, path: searchFeedPath(query) }] : [],
      }}
    >
      <Breadcrumb frame={frame} above={[]} here={title} />
      <header className="archive-header">
        <h1>{words.search}</h1>
        <SearchForm frame={frame} query={query} />
        <p className="note">{query ? countLine(frame, query, results) : words.searchHint}</p>
        {authors.length ? (
          <ul className="found-authors">
            {authors.map(({ id, slug, name }) => (
              <li key={id}>
                <a href={authorPath(slug)}>{words.authorArchive(name)}</a>
              </li>
            ))}
          </ul>
        ) : null}
        {query && !found.length && !authors.length ? <p className="note">{words.foundNothingHint}</p> : null}
      </header>
      {found.length ? (
        <div className="article-list">
          {found.map(({ article, snippet }) => (
            <ArticleCard
              key={article.id}
              frame={frame}
              article={article}
              heading="h2"
              dek={<Snippet parts={snippet} />}
              show={{ kicker: true, dek: true, byline: true, date: true }}
            />
          ))}
        </div>
      ) : null}
      <Pagination
        frame={frame}
        current={page}
        last={pages}
        href={(number) => searchPath(query, number)}
        previousWord={words.previous}
        nextWord={words.next}
        label={words.pages}
      />
    </Document>
  )
}

function countLine({ words }: Frame, query: string, { total, many }: SearchPageView): string {
  if (total === 0) return words.foundNothing(query)
  return many ? words.foundMany(total, query) : words.found(total, query)
}
