import { ArticleCard } from '@/components/article/article-card'
import { allPath } from '@/lib/articles/paths'
import type { LargeBlock } from '@/lib/front/arrange'
import type { Frame } from '@/lib/site/frame'
import { SectionHead } from './section-head'

/** A section, or everything, with its newest in a picture and the next ones as headlines. */
export function CategoryBlock({ frame, block: { section, articles } }: { frame: Frame; block: LargeBlock }) {
  const [first, ...others] = articles
  if (!first) return null
  return (
    <section className="category-block" aria-labelledby={section ? `section-${section.id}` : 'newest'}>
      {section ? <SectionHead frame={frame} section={section} /> : <NewestHead frame={frame} />}
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

function NewestHead({ frame: { words } }: { frame: Frame }) {
  return (
    <div className="section-head">
      <h2 id="newest">
        <a href={allPath()}>{words.latest}</a>
      </h2>
      <a className="more" href={allPath()}>
        {words.allNews}
      </a>
    </div>
  )
}
