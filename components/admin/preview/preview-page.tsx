import type { ArticleStatus } from '@/generated/sqlite/enums'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { fieldsWordsFor } from '@/lib/i18n/fields-words'
import { writingWordsFor } from '@/lib/i18n/writing-words'
import { NewsroomDocument } from '../document'
import { StatusWord } from '../status-word'
import { PreviewLinks, type ShownLink } from './preview-links'
import { PreviewStage } from './preview-stage'

type Props = {
  frame: NewsroomFrame
  article: { id: number; status: ArticleStatus; headline: string; hasChanges: boolean; isShownOutside: boolean }
  /** Null: whoever looks may not share it. */
  links: ShownLink[] | null
  state: FormState | undefined
}

/** An article as its readers will see it, at any width, and who outside may see it already. */
export function PreviewPage({ frame, article, links, state }: Props) {
  const { locale } = frame
  const words = fieldsWordsFor(locale).preview
  const writing = writingWordsFor(locale)
  const title = words.title(article.headline || writing.list.untitled)
  return (
    <NewsroomDocument frame={frame} title={title}>
      <a className="skip" href="#main">
        {frame.words.skip}
      </a>
      <header className="edit-bar">
        <a className="button plain" href={`/admin/articles/${article.id}/`}>
          {words.back}
        </a>
        <StatusWord words={writing} status={article.status} hasChanges={article.hasChanges} />
        <span className="grow" />
        {links ? (
          <a className="button" href="#outside">
            {words.outside}
          </a>
        ) : null}
      </header>
      <main id="main">
        <h1 className="unseen">{title}</h1>
        <PreviewStage locale={locale} src={`/admin/articles/${article.id}/preview/reader/`} />
        {links ? (
          <PreviewLinks
            frame={frame}
            articleId={article.id}
            links={links}
            isShownOutside={article.isShownOutside}
            state={state?.form === 'share' ? state : undefined}
          />
        ) : null}
      </main>
    </NewsroomDocument>
  )
}
