import { undoPageAction } from '@/lib/articles/pages/actions'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { menusWordsFor } from '@/lib/i18n/menus-words'
import { FormAnswer } from '../form-answer'
import { Icon } from '../icon'

/** What came of moving a page, and the way back. */
export function PageAnswer({ frame, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  const words = menusWordsFor(frame.locale)
  const refused = state?.error && words.pages.refused[state.error]
  if (refused) {
    return (
      <div className="notice stop" role="alert">
        <Icon name="stop" />
        <p>{refused}</p>
      </div>
    )
  }
  const done = state?.done && words.pages.done[state.done]
  if (!state || !done) return <FormAnswer frame={frame} state={state} />
  const { undo } = state.shown ?? {}
  return (
    <div className="notice" role="status">
      <Icon name="done" />
      <p>{done()}</p>
      {typeof undo === 'string' ? (
        <form action={undoPageAction}>
          <input type="hidden" name="undo" value={undo} />
          <button className="button" type="submit">
            {words.undo}
          </button>
        </form>
      ) : null}
    </div>
  )
}
