import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { redirectsWordsFor } from '@/lib/i18n/redirects-words'
import { undoRedirectAction } from '@/lib/redirects/actions'
import { FormAnswer } from '../form-answer'
import { Icon } from '../icon'

/** What came of a form about redirects, and the way back where there is one. */
export function RedirectAnswer({ frame, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  const words = redirectsWordsFor(frame.locale)
  const refused = state?.error && words.refused[state.error]
  if (refused) {
    return (
      <div className="notice stop" role="alert">
        <Icon name="stop" />
        <p>
          {refused}{' '}
          {state.about ? (
            <bdi className="address" dir="ltr">
              {state.about}
            </bdi>
          ) : null}
        </p>
      </div>
    )
  }
  const done = state?.done && words.done[state.done]
  if (!state || !done) return <FormAnswer frame={frame} state={state} />
  const { undo, to } = state.shown ?? {}
  return (
    <div className="notice" role="status">
      <Icon name="done" />
      <p>{done(typeof to === 'string' ? to : '')}</p>
      {typeof undo === 'string' ? (
        <form action={undoRedirectAction}>
          <input type="hidden" name="undo" value={undo} />
          <button className="button" type="submit">
            {words.undo}
          </button>
        </form>
      ) : null}
    </div>
  )
}
