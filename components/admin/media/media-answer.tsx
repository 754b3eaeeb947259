import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { libraryWordsFor } from '@/lib/i18n/library-words'
import { FormAnswer } from '../form-answer'
import { Icon } from '../icon'

/** What came of a form of the library. */
export function MediaAnswer({ frame, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  const words = libraryWordsFor(frame.locale)
  const refused = state?.error && words.refused[state.error]
  if (refused) {
    return (
      <div className="notice stop" role="alert">
        <Icon name="stop" />
        <p>{refused}</p>
      </div>
    )
  }
  const gaps = Number(state?.shown?.count ?? 0)
  const done = gaps > 0 ? words.deletedGaps(gaps) : state?.done && words.done[state.done]
  if (!done) return <FormAnswer frame={frame} state={state} />
  return (
    <div className="notice" role="status">
      <Icon name="done" />
      <p>{done}</p>
    </div>
  )
}
