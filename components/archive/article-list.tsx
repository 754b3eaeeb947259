import { ArticleCard } from '@/components/article/article-card'
import type { ArticleCard as Card } from '@/lib/articles/view'
import type { Frame } from '@/lib/site/frame'

/** Articles one below the other, as archives have them. */
export function ArticleList({ frame, articles, byline = true }: { frame: Frame; articles: Card[]; byline?: boolean }) {
  if (!articles.length) return <p className="article-list note">{frame.words.emptyArchive}</p>
  return (
    <div className="article-list">
      {articles.map((article) => (
        <ArticleCard
          key={article.id}
          frame={frame}
          article={article}
          heading="h2"
          show={{ kicker: true, dek: true, byline, date: true, picture: true }}
        />
      ))}
    </div>
  )
}
