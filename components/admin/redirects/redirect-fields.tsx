import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { redirectsWordsFor } from '@/lib/i18n/redirects-words'
import { STATUSES } from '@/lib/redirects/redirect'
import type { Typed } from '@/lib/redirects/typed'
import { WordedField } from '../worded-field'

type Props = { frame: NewsroomFrame; form: string; state: FormState | undefined; redirect?: Typed }

/** What is written of a redirect. */
export function RedirectFields({ frame, form, state, redirect }: Props) {
  const words = redirectsWordsFor(frame.locale)
  const field = { form, state, refused: { ...frame.words.form.errors, ...words.refused }, dir: 'ltr' as const }
  const id = `${form}-status`
  return (
    <>
      <WordedField {...field} name="from" label={words.from} value={redirect?.from} hint={words.fromHint} required />
      <WordedField {...field} name="to" label={words.to} value={redirect?.to} hint={words.toHint} />
      <div className="field">
        <label htmlFor={id}>{words.kind}</label>
        <span className="choose">
          <select id={id} name="status" defaultValue={state?.values.status ?? redirect?.status ?? '301'}>
            {STATUSES.map((status) => (
              <option key={status} value={status}>
                {words.kinds[status]}
              </option>
            ))}
          </select>
        </span>
      </div>
    </>
  )
}
