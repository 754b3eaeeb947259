import type { ArticleCard as Card } from '@/lib/articles/view'
import type { Frame } from '@/lib/site/frame'
import { ArticleCard } from './article-card'

export function RelatedArticles({ frame, articles }: { frame: Frame; articles: Card[] }) {
  if (!articles.length) return null
  return (
    <section className="related-articles hang" aria-labelledby="related">
      <h2 id="related">{frame.words.relatedArticles}</h2>
      <div className="columns wide">
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
