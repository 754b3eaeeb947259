import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { authorsWordsFor } from '@/lib/i18n/authors-words'
import { FormAnswer } from '../form-answer'
import { Icon } from '../icon'

/** What came of a form about an author. */
export function AuthorAnswer({ frame, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  const words = authorsWordsFor(frame.locale)
  const refused = state?.error && words.refused[state.error]
  const done = state?.done && words.done[state.done]
  if (!refused && !done) return <FormAnswer frame={frame} state={state} />
  return (
    <div className={refused ? 'notice stop' : 'notice'} role={refused ? 'alert' : 'status'}>
      <Icon name={refused ? 'stop' : 'done'} />
      <p>{refused || (done ? done(Number(state?.shown?.count ?? 0)) : null)}</p>
    </div>
  )
}

/** What of the page's state belongs to a form, and its words for what is wrong. */
export function inForm(frame: NewsroomFrame, state: FormState | undefined, form: string) {
  return {
    form,
    state: state?.form === form ? state : undefined,
    refused: { ...frame.words.form.errors, ...authorsWordsFor(frame.locale).refused },
  }
}
