import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { changeCorrectionAction } from '@/lib/corrections/actions'
import type { Correctable, MadeCorrection } from '@/lib/corrections/admin-queries'
import { formatDateTime } from '@/lib/i18n/format'
import { trustWordsFor } from '@/lib/i18n/trust-words'
import { wordsFor } from '@/lib/i18n/words'
import { CorrectionForm } from './correction-form'

type Props = { frame: NewsroomFrame; article: Correctable; state: FormState | undefined }

/** What readers were told, each with its date and whose word it is, to be worded anew or taken off. */
export function MadeCorrections({ frame, article, state }: Props) {
  const words = trustWordsFor(frame.locale).corrections
  if (!article.corrections.length) return <p className="meta">{words.none}</p>
  return (
    <ol className="rows">
      {article.corrections.map((made) => (
        <li key={made.id}>
          <Made frame={frame} article={article} made={made} state={state} />
        </li>
      ))}
    </ol>
  )
}

function Made({ frame, article, made, state }: Props & { made: MadeCorrection }) {
  const { locale, zone } = frame
  const words = trustWordsFor(locale).corrections
  const { id, kind, text, createdAt, madeByName } = made
  const form = `change-${id}`
  const isThis = state?.form === 'change' && state.values.correctionId === String(id)
  return (
    <div className="fields">
      <div>
        <p className="meta">
          <b>{wordsFor(locale).corrections[kind]}</b>,{' '}
          <time dateTime={createdAt.toISOString()}>{formatDateTime(createdAt, locale, zone)}</time>{' '}
          <bdi>{words.by(madeByName)}</bdi>
        </p>
        <p className="words" lang={article.locale} dir="auto">
          {text}
        </p>
      </div>
      {article.isLive ? (
        <details className="manage" open={isThis}>
          <summary className="button plain">{words.change}</summary>
          <form className="fields" action={changeCorrectionAction}>
            <input type="hidden" name="id" value={article.id} />
            <input type="hidden" name="version" value={article.version} />
            <input type="hidden" name="correctionId" value={id} />
            <CorrectionForm frame={frame} form={form} state={isThis ? state : undefined} kind={kind} text={text} />
            <p className="actions">
              <button className="button" type="submit" name="do" value="change">
                {words.changeNow}
              </button>
              <button className="button plain stop" type="submit" name="do" value="remove">
                {words.remove}
              </button>
            </p>
          </form>
        </details>
      ) : null}
    </div>
  )
}
