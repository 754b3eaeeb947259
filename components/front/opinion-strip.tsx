import { Picture } from '@/components/article/picture'
import { encodePath } from '@/lib/articles/paths'
import type { ArticleCard } from '@/lib/articles/view'
import type { SectionBlock } from '@/lib/front/arrange'
import { type Frame, foreignTo } from '@/lib/site/frame'
import { SectionHead } from './section-head'

/** What people think, by name and portrait. */
export function OpinionStrip({ frame, block: { section, articles } }: { frame: Frame; block: SectionBlock }) {
  return (
    <section className="opinion-strip whole" aria-labelledby={`section-${section.id}`}>
      <SectionHead frame={frame} section={section} />
      <div className="columns">
        {articles.map((article) => (
          <OpinionCard key={article.id} frame={frame} article={article} />
        ))}
      </div>
    </section>
  )
}

function OpinionCard({ frame, article: { path, headline, locale, byline } }: { frame: Frame; article: ArticleCard }) {
  const [author] = byline.authors
  const name = byline.override ?? author?.name
  const foreign = foreignTo(frame, locale)
  return (
    <article className="article-card opinion-card">
      {author?.portrait && !byline.override ? (
        <Picture frame={frame} image={author.portrait} place="portrait" decorative />
      ) : null}
      <div>
        {name ? (
          <p className="byline">
            <bdi>{name}</bdi>
          </p>
        ) : null}
        <h3 className="headline" {...foreign}>
          <a href={encodePath(path)}>{headline}</a>
        </h3>
      </div>
    </article>
  )
}
