import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { redirectsWordsFor } from '@/lib/i18n/redirects-words'
import { undoRedirectAction } from '@/lib/redirects/actions'
import { UndoAnswer } from '../undo-answer'

/** What came of a form about redirects, and the way back where there is one. */
export function RedirectAnswer({ frame, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  const words = redirectsWordsFor(frame.locale)
  const refused = state?.error && words.refused[state.error]
  const to = state?.shown?.to
  return (
    <UndoAnswer
      frame={frame}
      state={state}
      refused={
        refused ? (
          <>
            {refused}{' '}
            {state?.about ? (
              <bdi className="address" dir="ltr">
                {state.about}
              </bdi>
            ) : null}
          </>
        ) : null
      }
      done={state?.done && words.done[state.done]?.(typeof to === 'string' ? to : '')}
      undo={{ action: undoRedirectAction, label: words.undo }}
    />
  )
}
