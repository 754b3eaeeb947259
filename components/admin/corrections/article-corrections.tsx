import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { addCorrectionAction } from '@/lib/corrections/actions'
import type { Correctable } from '@/lib/corrections/admin-queries'
import { reportWordsFor } from '@/lib/i18n/report-words'
import { trustWordsFor } from '@/lib/i18n/trust-words'
import { Group } from '../group'
import { NewsroomPage } from '../page'
import { WordedAnswer } from '../worded-answer'
import { CorrectionForm } from './correction-form'
import { MadeCorrections } from './made-corrections'

type Props = {
  frame: NewsroomFrame
  article: Correctable
  /** The reader's report of which one is made. */
  reported: { id: number; sentence: string; text: string } | null
  state: FormState | undefined
}

/** What readers were told was put right in an article, and what they are to be told now. Works without script. */
export function ArticleCorrections({ frame, article, reported, state }: Props) {
  const { locale } = frame
  const { corrections: words, reports, refused } = trustWordsFor(locale)
  const title = words.title(article.headline || reports.untitled)
  // What was done is done: nothing of it is filled in once more.
  const isDone = state?.done !== undefined
  const draft = reported?.sentence && !isDone ? reportWordsFor(article.locale).draft(reported.sentence) : ''
  return (
    <NewsroomPage frame={frame} title={title} section="articles">
      <div className="page-head">
        <h1 className="grow">{title}</h1>
        <a className="button" href={`/admin/articles/${article.id}/`}>
          {words.back}
        </a>
      </div>
      <WordedAnswer state={state} done={words.done} refused={refused} />
      {article.isLive ? (
        <Group title={words.add} text={words.addText}>
          {reported && !isDone ? (
            <div>
              <h3 className="label">{words.fromReport}</h3>
              <p className="words" lang={article.locale} dir="auto">
                {reported.text}
              </p>
            </div>
          ) : null}
          <form className="fields" action={addCorrectionAction}>
            <input type="hidden" name="id" value={article.id} />
            <input type="hidden" name="version" value={article.version} />
            <input type="hidden" name="reportId" value={isDone ? '' : (reported?.id ?? '')} />
            <CorrectionForm
              frame={frame}
              form="add"
              state={state?.form === 'add' ? state : undefined}
              kind="CORRECTION"
              text={draft}
            />
            <p className="actions">
              <button className="button primary" type="submit">
                {words.addNow}
              </button>
            </p>
          </form>
        </Group>
      ) : (
        <p className="empty">{words.notLive}</p>
      )}
      <Group title={words.made} text={words.madeText}>
        <MadeCorrections frame={frame} article={article} state={state} />
      </Group>
    </NewsroomPage>
  )
}
