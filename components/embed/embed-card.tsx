import { Byline } from '@/components/article/byline'
import { CardDate } from '@/components/article/card-date'
import { Kicker } from '@/components/article/kicker'
import { Picture } from '@/components/article/picture'
import { embedStylesheet } from '@/generated/assets'
import { encodePath } from '@/lib/articles/paths'
import type { ArticleCard } from '@/lib/articles/view'
import type { Frame } from '@/lib/site/frame'

/** An article in a frame of another site: a whole document, small, and with nothing in it that runs. */
export function EmbedCard({ frame, article }: { frame: Frame; article: ArticleCard }) {
  const { locale, dir, facts, siteUrl } = frame
  const url = siteUrl + encodePath(article.path)
  const { name } = facts.site
  return (
    <html lang={locale} dir={dir}>
      <head>
        <title>{`${article.headline} – ${name}`}</title>
        <meta name="robots" content="noindex, follow" />
        <link rel="canonical" href={url} />
        <link rel="stylesheet" href={embedStylesheet} />
      </head>
      <body>
        <main className={article.image ? 'card with-picture' : 'card'}>
          {article.image ? <Picture frame={frame} image={article.image} place="card" decorative eager /> : null}
          <div className="words">
            <Kicker frame={frame} {...article} />
            <h1>
              <a href={url} target="_top">
                {article.headline}
              </a>
            </h1>
            {article.summary ? <p className="dek">{article.summary}</p> : null}
            <Byline frame={frame} byline={article.byline} />
            <div className="foot">
              <p className="site">
                <bdi>{name}</bdi>
              </p>
              <CardDate frame={frame} at={article.publishedAt} />
            </div>
          </div>
        </main>
      </body>
    </html>
  )
}
