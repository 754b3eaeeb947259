import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { frontWordsFor } from '@/lib/i18n/front-words'
import { FormAnswer } from '../form-answer'
import { Icon } from '../icon'

/** What came of a form of the front. */
export function FrontAnswer({ frame, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  const words = frontWordsFor(frame.locale)
  const refused = state?.error && words.refused[state.error]
  const done = state?.done && words.done[state.done]
  if (!refused && !done) return <FormAnswer frame={frame} state={state} />
  return (
    <div className={refused ? 'notice stop' : 'notice'} role={refused ? 'alert' : 'status'}>
      <Icon name={refused ? 'stop' : 'done'} />
      <p>{refused || done}</p>
    </div>
  )
}
