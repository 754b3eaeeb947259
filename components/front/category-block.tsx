import { ArticleCard } from '@/components/article/article-card'
import type { SectionBlock } from '@/lib/front/arrange'
import type { Frame } from '@/lib/site/frame'
import { SectionHead } from './section-head'

/** A section with its newest in a picture and the next ones as headlines. */
export function CategoryBlock({ frame, block: { section, articles } }: { frame: Frame; block: SectionBlock }) {
  const [first, ...others] = articles
  if (!first) return null
  return (
    <section className="category-block" aria-labelledby={`section-${section.id}`}>
      <SectionHead frame={frame} section={section} />
      <div className="columns">
        <ArticleCard frame={frame} article={first} first show={{ picture: true, dek: true, byline: true }} />
        {others.length ? (
          <div className="rows">
            {others.map((article) => (
              <ArticleCard key={article.id} frame={frame} article={article} show={{ date: true }} />
            ))}
          </div>
        ) : null}
      </div>
    </section>
  )
}
