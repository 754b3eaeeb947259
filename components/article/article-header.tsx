import type { ArticleView } from '@/lib/articles/view'
import type { Frame } from '@/lib/site/frame'
import { AiNote } from './ai-note'
import { FullByline } from './byline'
import { Dateline } from './dateline'
import { Kicker } from './kicker'
import { ShareLinks } from './share-links'

export function ArticleHeader({ frame, article }: { frame: Frame; article: ArticleView }) {
  const category = article.categoryChain.at(-1) ?? null
  return (
    <header className="article-header">
      <Kicker frame={frame} kicker={article.kicker} category={category} label={article.label} linked />
      <h1 className="headline">{article.headline}</h1>
      {article.dek ? <p className="dek">{article.dek}</p> : null}
      <div className="article-meta">
        <div>
          <FullByline frame={frame} byline={article.byline} />
          <Dateline frame={frame} article={article} />
        </div>
        <ShareLinks frame={frame} article={article} />
      </div>
      <AiNote frame={frame} article={article} />
    </header>
  )
}
