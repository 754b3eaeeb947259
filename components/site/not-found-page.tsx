import { ArticleCard } from '@/components/article/article-card'
import type { ArticleCard as Card } from '@/lib/articles/view'
import type { Frame } from '@/lib/site/frame'
import { Document } from './document'
import { SearchForm } from './search-form'

/** A 404 that helps: search with the words of the address, what is close to it, what is new. */
export function NotFoundPage({
  frame,
  query,
  near,
  latest,
}: {
  frame: Frame
  /** Words of the address that was asked for. */
  query: string
  near: Card[]
  latest: Card[]
}) {
  const { words } = frame
  const { title, text } = words.notFound
  return (
    <Document frame={frame} head={{ title, description: '', canonicalPath: null, noIndex: true }}>
      <header className="archive-header">
        <p className="kicker">404</p>
        <h1>{title}</h1>
        <p className="dek">{text}</p>
        <SearchForm frame={frame} query={query} />
      </header>
      <CardSection frame={frame} id="near" title={words.notFound.near} articles={near} />
      <CardSection frame={frame} id="latest" title={words.notFound.latest} articles={latest} />
    </Document>
  )
}

function CardSection({ frame, id, title, articles }: { frame: Frame; id: string; title: string; articles: Card[] }) {
  if (!articles.length) return null
  return (
    <section className="stack-section" aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
      </div>
      <div className="columns">
        {articles.map((article) => (
          <ArticleCard
            key={article.id}
            frame={frame}
            article={article}
            show={{ picture: true, kicker: true, date: true }}
          />
        ))}
      </div>
    </section>
  )
}
