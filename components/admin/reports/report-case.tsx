import { CommentText } from '@/components/comments/comment-text'
import { encodePath } from '@/lib/articles/paths'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { directionOf } from '@/lib/i18n/locale'
import { whenWords } from '@/lib/i18n/moments'
import { trustWordsFor } from '@/lib/i18n/trust-words'
import type { ReportCase as Case } from '@/lib/reports/admin-queries'
import { decideReportAction } from '@/lib/reports/desk-actions'
import { type ReportDeskView, reportDeskPath, reportViewOf } from '@/lib/reports/desk-view'
import { HeadlineLink } from '../headline-link'
import { WordedAnswer } from '../worded-answer'
import { ReportAnswer } from './report-answer'
import { ReportPerson } from './report-person'

type Props = { frame: NewsroomFrame; view: ReportDeskView; open: Case; state: FormState | undefined }

/** One report: what was marked where it stands now, what is said of it, and what can be done. */
export function ReportCase({ frame, view, open, state }: Props) {
  const { locale, zone, now } = frame
  const { reports: words, refused } = trustWordsFor(locale)
  const { id, text, createdAt, status, decidedAt, decidedByName, corrected, article } = open
  const when = (moment: Date) => whenWords(moment, now, locale, zone)
  const button = (verdict: string, label: string, kind = '') => (
    <button className={`button ${kind}`} type="submit" name="verdict" value={verdict}>
      {label}
    </button>
  )
  return (
    <>
      <section className="case" id="case" aria-label={words.about(article.headline || words.untitled)}>
        <div className="back-to-queue">
          <a className="button plain" href={reportDeskPath({ ...view, id: null })}>
            {words.back}
          </a>
        </div>
        <WordedAnswer
          state={state?.form === 'erase' ? undefined : state}
          done={{ answered: words.answered }}
          refused={refused}
        />
        <div>
          <HeadlineLink locale={locale} line={article} />
          <p className="meta">
            <time dateTime={createdAt.toISOString()}>{when(createdAt)}</time>
            {decidedAt && decidedByName ? (
              <>
                {' · '}
                {words.views[reportViewOf(status)]}
                {' · '}
                <bdi>{words.decidedBy(decidedByName, when(decidedAt))}</bdi>
              </>
            ) : null}
          </p>
          {corrected ? <p className="meta">{words.corrected}</p> : null}
        </div>
        <MarkedText frame={frame} open={open} />
        <div>
          <h2 className="label">{words.says}</h2>
          <div className="words" lang={article.locale} dir="auto">
            <CommentText text={text} />
          </div>
        </div>
        <p className="actions">
          {article.isLive ? (
            <>
              <a className="button primary" href={`/admin/articles/${article.id}/corrections/?report=${id}`}>
                {words.correct}
              </a>
              <a className="button" href={`/admin/articles/${article.id}/`}>
                {words.edit}
              </a>
              <a className="button plain" href={encodePath(article.path)}>
                {words.see}
              </a>
            </>
          ) : (
            words.notLive
          )}
        </p>
        <form className="verdict" action={decideReportAction} aria-label={words.decide}>
          <input type="hidden" name="id" value={id} />
          {status === 'OPEN' ? null : button('reopen', words.reopen)}
          {status === 'ANSWERED' ? null : button('settle', words.settle)}
          {status === 'DISMISSED' ? null : button('dismiss', words.dismiss)}
        </form>
        <ReportAnswer frame={frame} open={open} state={state} />
      </section>
      <ReportPerson frame={frame} email={open.email} state={state} />
    </>
  )
}

/** The sentence in the text of now; where it is gone, as the reader marked it. */
function MarkedText({ frame, open }: { frame: NewsroomFrame; open: Case }) {
  const words = trustWordsFor(frame.locale).reports
  const { sentence, marked, article } = open
  const language = { lang: article.locale, dir: directionOf(article.locale) }
  if (!sentence) return <p className="meta">{words.nothingMarked}</p>
  return (
    <div>
      <h2 className="label">{marked ? words.asItStands : words.marked}</h2>
      <blockquote className="words" {...language}>
        {marked ? (
          <p>
            {marked.before}
            <mark>{marked.marked}</mark>
            {marked.after}
          </p>
        ) : (
          <p>
            <mark>{sentence}</mark>
          </p>
        )}
      </blockquote>
      {marked ? null : <p className="meta">{words.notThere}</p>}
    </div>
  )
}
