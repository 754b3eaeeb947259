import { Breadcrumb } from '@/components/site/breadcrumb'
import { Document } from '@/components/site/document'
import { plainAction } from '@/components/site/plain-action'
import { encodePath } from '@/lib/articles/paths'
import { TRAP_FIELD } from '@/lib/comments/reply'
import { type ReportWords, reportWordsFor } from '@/lib/i18n/report-words'
import type { RefusedReport } from '@/lib/page-context'
import { sendReportAction } from '@/lib/reports/actions'
import type { Reportable } from '@/lib/reports/queries'
import { REPORT_LIMITS, type ReportField } from '@/lib/reports/report'
import type { Frame } from '@/lib/site/frame'
import { ReportRow } from './report-row'

type Props = {
  frame: Frame
  article: Reportable
  /** Signed, of the article and the hour. */
  token: string
  /** What was refused a moment ago. */
  refused: RefusedReport | null
}

/** The page comes back at its top: the browser goes to what was wrong, without script. */
const FOCUSED = { tabIndex: -1, autoFocus: true }

/** Says to the newsroom what is wrong in an article: a plain form, into which script puts what was marked there. */
export function ReportPage({ frame, article, token, refused }: Props) {
  const words = reportWordsFor(frame.locale)
  const errors = refused?.errors ?? {}
  const whole = errors['']
  const row = (name: ReportField) => {
    const error = errors[name]
    return { name, error: error && errorText(words, name, error), value: refused?.values[name] ?? '' }
  }
  const href = encodePath(article.path)
  return (
    <Document frame={frame} enhanced head={{ title: words.title, description: '', canonicalPath: null, noIndex: true }}>
      <Breadcrumb frame={frame} above={[]} here={words.title} />
      <header className="archive-header">
        <h1>{words.title}</h1>
        <p className="note">
          {words.about}{' '}
          <a href={href}>
            <bdi>{article.headline}</bdi>
          </a>
        </p>
        <p className="dek">{words.dek}</p>
      </header>
      <section className="comment-form hang" aria-labelledby="yours">
        <h2 id="yours">{words.yours}</h2>
        <form action={plainAction(sendReportAction)} id="report">
          {refused ? (
            <div className="notice" role="alert" {...FOCUSED}>
              <p>
                <strong>{words.refused}</strong> {whole ? errorText(words, 'comment', whole) : ''} {words.kept}
              </p>
            </div>
          ) : null}
          <p className="note">
            {words.required} <span className="required">*</span>
          </p>
          <ReportRow {...row('sentence')} label={words.sentence} hint={words.sentenceHint} lines={3} />
          <ReportRow {...row('comment')} label={words.text} lines={6} required />
          <ReportRow {...row('email')} label={words.email} hint={words.emailHint} />
          <p className="visually-hidden" aria-hidden="true">
            <label htmlFor={TRAP_FIELD}>{words.leaveEmpty}</label>
            <input id={TRAP_FIELD} name={TRAP_FIELD} type="text" tabIndex={-1} autoComplete="off" />
          </p>
          <input type="hidden" name="article" value={article.id} />
          <input type="hidden" name="token" value={token} />
          <button type="submit">{words.submit}</button>
        </form>
      </section>
    </Document>
  )
}

/** The message of an error, with the limit it speaks of. */
function errorText({ errors }: ReportWords, name: ReportField, error: keyof ReportWords['errors']): string {
  const message = errors[error]
  return typeof message === 'function' ? message(REPORT_LIMITS[name].characters) : message
}
