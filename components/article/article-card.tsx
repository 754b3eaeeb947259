import type { ReactNode } from 'react'
import { encodePath } from '@/lib/articles/paths'
import type { ArticleCard as Card } from '@/lib/articles/view'
import { type Frame, foreignTo } from '@/lib/site/frame'
import { Byline } from './byline'
import { CardDate } from './card-date'
import { Kicker } from './kicker'
import { Picture } from './picture'

/** What of an article a list shows; everything else has one form everywhere. */
export type CardParts = {
  kicker?: boolean
  dek?: boolean
  byline?: boolean
  date?: boolean
  picture?: boolean
}

/** An article in a list: its headline is the one link and covers the card. */
export function ArticleCard({
  frame,
  article,
  heading: Heading = 'h3',
  first = false,
  dek = article.summary,
  show,
}: {
  frame: Frame
  article: Card
  heading?: 'h2' | 'h3'
  first?: boolean
  /** What stands below the headline, in the article's language: its summary, unless a list has something else to say. */
  dek?: ReactNode
  show: CardParts
}) {
  const { locale, headline } = article
  const foreign = foreignTo(frame, locale)
  return (
    <article className={first ? 'article-card first' : 'article-card'}>
      {show.picture && article.image ? <Picture frame={frame} image={article.image} place="card" decorative /> : null}
      <div>
        {show.kicker ? <Kicker frame={frame} {...article} /> : null}
        <Heading className="headline" {...foreign}>
          <a href={encodePath(article.path)}>{headline}</a>
        </Heading>
        {show.dek && dek ? (
          <p className="dek" {...foreign}>
            {dek}
          </p>
        ) : null}
        {show.byline ? <Byline frame={frame} byline={article.byline} /> : null}
        {show.date ? <CardDate frame={frame} at={article.publishedAt} /> : null}
      </div>
    </article>
  )
}
