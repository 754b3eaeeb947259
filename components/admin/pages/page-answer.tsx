import { undoPageAction } from '@/lib/articles/pages/actions'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { menusWordsFor } from '@/lib/i18n/menus-words'
import { UndoAnswer } from '../undo-answer'

/** What came of moving a page, and the way back. */
export function PageAnswer({ frame, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  const { pages, undo } = menusWordsFor(frame.locale)
  return (
    <UndoAnswer
      frame={frame}
      state={state}
      refused={state?.error && pages.refused[state.error]}
      done={state?.done && pages.done[state.done]?.()}
      undo={{ action: undoPageAction, label: undo }}
    />
  )
}
