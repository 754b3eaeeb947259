import { encodePath } from '@/lib/articles/paths'
import type { ArticleCard } from '@/lib/articles/view'
import { type Frame, foreignTo } from '@/lib/site/frame'

/** What is read most of late, by its place. */
export function MostReadList({ frame, articles }: { frame: Frame; articles: ArticleCard[] }) {
  if (!articles.length) return null
  return (
    <section aria-labelledby="most-read">
      <div className="section-head">
        <h2 id="most-read">{frame.words.mostRead}</h2>
      </div>
      <ol className="most-read">
        {articles.map(({ id, path, headline, locale }) => (
          <li key={id}>
            <a href={encodePath(path)} {...foreignTo(frame, locale)}>
              {headline}
            </a>
          </li>
        ))}
      </ol>
    </section>
  )
}
