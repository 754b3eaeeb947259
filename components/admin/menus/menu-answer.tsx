import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { menusWordsFor } from '@/lib/i18n/menus-words'
import { undoMenuAction } from '@/lib/menus/actions'
import type { MenuPlace } from '@/lib/menus/menu'
import { UndoAnswer } from '../undo-answer'

type Props = { frame: NewsroomFrame; place: MenuPlace; state: FormState | undefined }

/** What came of a form about a menu, and the way back where there is one. */
export function MenuAnswer({ frame, place, state }: Props) {
  const words = menusWordsFor(frame.locale)
  return (
    <UndoAnswer
      frame={frame}
      state={state}
      refused={state?.error && words.refused[state.error]}
      done={state?.done && words.done[state.done]?.(Number(state.shown?.left ?? 0))}
      undo={{ action: undoMenuAction, label: words.undo, place }}
    />
  )
}
