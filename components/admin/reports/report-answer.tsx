import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { whenWords } from '@/lib/i18n/moments'
import { trustWordsFor } from '@/lib/i18n/trust-words'
import type { ReportCase } from '@/lib/reports/admin-queries'
import { answerReportAction } from '@/lib/reports/desk-actions'
import { WordedField } from '../worded-field'

type Props = { frame: NewsroomFrame; open: ReportCase; state: FormState | undefined }

/** What was written back, or the form to write it where it can arrive. */
export function ReportAnswer({ frame, open, state }: Props) {
  const { locale, zone, now, mail } = frame
  const { reports: words, refused } = trustWordsFor(locale)
  const { id, answer, answeredAt, email } = open
  if (answer && answeredAt) {
    return (
      <div>
        <h2 className="label">{words.answeredAt(whenWords(answeredAt, now, locale, zone))}</h2>
        <p className="words" dir="auto">
          {answer}
        </p>
      </div>
    )
  }
  if (!email) return <p className="meta">{words.noAddress}</p>
  if (!mail) return <p className="meta">{words.noMail}</p>
  return (
    <form className="fields" action={answerReportAction}>
      <input type="hidden" name="id" value={id} />
      <WordedField
        form="answer"
        state={state?.form === 'answer' ? state : undefined}
        refused={refused}
        name="text"
        label={words.answer}
        hint={words.answerHint}
        lines={5}
      />
      <p className="actions">
        <button className="button" type="submit">
          {words.send}
        </button>
      </p>
    </form>
  )
}
