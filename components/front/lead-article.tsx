import { Byline } from '@/components/article/byline'
import { Kicker } from '@/components/article/kicker'
import { Picture } from '@/components/article/picture'
import { encodePath } from '@/lib/articles/paths'
import type { ArticleCard } from '@/lib/articles/view'
import { type Frame, foreignTo } from '@/lib/site/frame'

/** The article the front begins with. */
export function LeadArticle({ frame, article }: { frame: Frame; article: ArticleCard }) {
  const { locale, headline, path, image, summary, byline } = article
  const foreign = foreignTo(frame, locale)
  return (
    <article className="lead-article" aria-labelledby="lead">
      <Kicker frame={frame} {...article} linked />
      <h2 className="headline" id="lead" {...foreign}>
        <a href={encodePath(path)}>{headline}</a>
      </h2>
      <div className="lead-article-body">
        {image ? <Picture frame={frame} image={image} place="front" eager /> : null}
        <div>
          <p className="dek" {...foreign}>
            {summary}
          </p>
          <Byline frame={frame} byline={byline} linked />
        </div>
      </div>
    </article>
  )
}
