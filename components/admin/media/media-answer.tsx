import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { libraryWordsFor } from '@/lib/i18n/library-words'
import { FormAnswer } from '../form-answer'
import { WordedAnswer } from '../worded-answer'

/** What came of a form of the library. */
export function MediaAnswer({ frame, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  const words = libraryWordsFor(frame.locale)
  const gaps = Number(state?.shown?.count ?? 0)
  const done = gaps > 0 ? { ...words.done, deleted: words.deletedGaps(gaps) } : words.done
  const hasWords = state?.error ? Object.hasOwn(words.refused, state.error) : Object.hasOwn(done, state?.done ?? '')
  if (!hasWords) return <FormAnswer frame={frame} state={state} />
  return <WordedAnswer state={state} done={done} refused={words.refused} />
}
