import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { taxonomyWordsFor } from '@/lib/i18n/taxonomy-words'
import { undoTermAction } from '@/lib/taxonomy/category-actions'
import { UndoAnswer } from '../undo-answer'

/** What came of a form about a category or a tag, and the way back where there is one. */
export function TermAnswer({ frame, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  const words = taxonomyWordsFor(frame.locale)
  return (
    <UndoAnswer
      frame={frame}
      state={state}
      refused={state?.error && words.refused[state.error]}
      done={state?.done && words.done[state.done]?.(Number(state.shown?.count ?? 0))}
      undo={{ action: undoTermAction, label: words.undo }}
    />
  )
}
