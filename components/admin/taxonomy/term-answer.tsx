import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { taxonomyWordsFor } from '@/lib/i18n/taxonomy-words'
import { undoTermAction } from '@/lib/taxonomy/category-actions'
import { FormAnswer } from '../form-answer'
import { Icon } from '../icon'

/** What came of a form about a category or a tag, and the way back where there is one. */
export function TermAnswer({ frame, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  const words = taxonomyWordsFor(frame.locale)
  const refused = state?.error && words.refused[state.error]
  if (refused) {
    return (
      <div className="notice stop" role="alert">
        <Icon name="stop" />
        <p>{refused}</p>
      </div>
    )
  }
  const done = state?.done && words.done[state.done]
  if (!state || !done) return <FormAnswer frame={frame} state={state} />
  const { undo, count } = state.shown ?? {}
  return (
    <div className="notice" role="status">
      <Icon name="done" />
      <p>{done(Number(count ?? 0))}</p>
      {typeof undo === 'string' ? (
        <form action={undoTermAction}>
          <input type="hidden" name="undo" value={undo} />
          <button className="button" type="submit">
            {words.undo}
          </button>
        </form>
      ) : null}
    </div>
  )
}
