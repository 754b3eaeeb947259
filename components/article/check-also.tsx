import type { ArticleCard as Card } from '@/lib/articles/view'
import type { Frame } from '@/lib/site/frame'
import { ArticleCard } from './article-card'

/**
 * One more article of the same category, in the flow of the page. The button closes it once a script lets it slide in;
 * until then the style sheet hides it.
 */
export function CheckAlso({ frame, article }: { frame: Frame; article: Card }) {
  const { words } = frame
  return (
    <aside className="check-also hang" aria-labelledby="check-also">
      <h2 id="check-also">{words.checkAlso}</h2>
      <ArticleCard frame={frame} article={article} show={{ picture: true, dek: true }} />
      <button type="button" aria-label={words.closeCheckAlso}>
        ✕
      </button>
    </aside>
  )
}
