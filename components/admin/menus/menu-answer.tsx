import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { menusWordsFor } from '@/lib/i18n/menus-words'
import { undoMenuAction } from '@/lib/menus/actions'
import type { MenuPlace } from '@/lib/menus/menu'
import { FormAnswer } from '../form-answer'
import { Icon } from '../icon'

/** What came of a form about a menu, and the way back where there is one. */
export function MenuAnswer({
  frame,
  place,
  state,
}: {
  frame: NewsroomFrame
  place: MenuPlace
  state: FormState | undefined
}) {
  const words = menusWordsFor(frame.locale)
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
  const { undo, left } = state.shown ?? {}
  return (
    <div className="notice" role="status">
      <Icon name="done" />
      <p>{done(Number(left ?? 0))}</p>
      {typeof undo === 'string' ? (
        <form action={undoMenuAction}>
          <input type="hidden" name="place" value={place} />
          <input type="hidden" name="undo" value={undo} />
          <button className="button" type="submit">
            {words.undo}
          </button>
        </form>
      ) : null}
    </div>
  )
}
