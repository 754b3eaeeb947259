import { ArticlePage } from '@/components/article/article-page'
import { StandingPage } from '@/components/article/standing-page'
import { PreviewedDiscussion } from '@/components/comments/previewed-discussion'
import type { Preview } from '@/lib/articles/preview/admin-queries'
import { formatDateTime } from '@/lib/i18n/format'
import type { Frame } from '@/lib/site/frame'

type Props = {
  frame: Frame
  preview: Preview
  /** How long its link is good; null within the newsroom. */
  until: Date | null
}

/** An article as readers will see it, with a line above that says what it is. */
export function ReaderPage({ frame, preview, until }: Props) {
  const { article, stage, previous, next, related, children, comments } = preview
  const { words, locale, zone } = frame
  const said = words.preview
  const banner = (
    <aside className="preview-banner">
      <p>
        <b>{said.title}</b> {said[stage]} {until ? said.until(formatDateTime(until, locale, zone)) : null}
      </p>
    </aside>
  )
  const discussion = <PreviewedDiscussion frame={frame} article={article} shown={comments} />
  if (article.kind === 'PAGE') {
    return (
      <StandingPage frame={frame} article={article} page={1} banner={banner} discussion={discussion}>
        {children}
      </StandingPage>
    )
  }
  return (
    <ArticlePage
      frame={frame}
      article={article}
      page={1}
      previous={previous}
      next={next}
      related={related}
      noIndex
      banner={banner}
      discussion={discussion}
    />
  )
}
