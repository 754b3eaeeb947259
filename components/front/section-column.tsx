import { ArticleCard } from '@/components/article/article-card'
import type { SectionBlock } from '@/lib/front/arrange'
import type { Frame } from '@/lib/site/frame'
import { SectionHead } from './section-head'

/** A section as two headlines. */
export function SectionColumn({ frame, block: { section, articles } }: { frame: Frame; block: SectionBlock }) {
  return (
    <section aria-labelledby={`section-${section.id}`}>
      <SectionHead frame={frame} section={section} more={false} />
      <div className="rows">
        {articles.map((article) => (
          <ArticleCard key={article.id} frame={frame} article={article} show={{}} />
        ))}
      </div>
    </section>
  )
}
