import type { CorrectionKind } from '@/generated/sqlite/enums'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { trustWordsFor } from '@/lib/i18n/trust-words'
import { WordedField } from '../worded-field'

type Props = {
  frame: NewsroomFrame
  /** Its name on the page: one of several. */
  form: string
  state: FormState | undefined
  kind: CorrectionKind
  text: string
}

const KINDS = ['CORRECTION', 'CLARIFICATION', 'UPDATE'] as const

/** What was put right, and how readers are told. */
export function CorrectionForm({ frame, form, state, kind, text }: Props) {
  const { corrections: words, refused } = trustWordsFor(frame.locale)
  const chosen = state?.values.kind ?? kind
  return (
    <>
      <fieldset className="fields">
        <legend className="label">{words.kind}</legend>
        <div>
          {KINDS.map((one) => (
            <label className="tick" key={one}>
              <input type="radio" name="kind" value={one} defaultChecked={one === chosen} /> {words.kinds[one]}
            </label>
          ))}
        </div>
      </fieldset>
      <WordedField
        form={form}
        state={state}
        refused={refused}
        name="text"
        label={words.text}
        value={text}
        maxLength={2_000}
        lines={4}
      />
    </>
  )
}
