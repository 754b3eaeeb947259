import { allPath, encodePath } from '@/lib/articles/paths'
import type { ArticleCard } from '@/lib/articles/view'
import { dayIn } from '@/lib/calendar/days'
import { formatShortDate, formatTime } from '@/lib/i18n/format'
import { type Frame, foreignTo } from '@/lib/site/frame'

/** What was published last: by the clock today, by the date before. */
export function LatestList({ frame, articles }: { frame: Frame; articles: ArticleCard[] }) {
  const { words, locale, zone, now } = frame
  const today = dayIn(zone, now)
  if (!articles.length) return null
  return (
    <section className="latest" aria-labelledby="latest">
      <div className="section-head">
        <h2 id="latest">{words.latest}</h2>
      </div>
      <ol className="latest-list">
        {articles.map((article) => (
          <li key={article.id}>
            <time dateTime={article.publishedAt.toISOString()}>
              {dayIn(zone, article.publishedAt) === today
                ? formatTime(article.publishedAt, locale, zone)
                : formatShortDate(article.publishedAt, locale, zone)}
            </time>{' '}
            <a href={encodePath(article.path)} {...foreignTo(frame, article.locale)}>
              {article.headline}
            </a>
          </li>
        ))}
      </ol>
      <p>
        <a className="more" href={allPath()}>
          {words.allNews}
        </a>
      </p>
    </section>
  )
}
