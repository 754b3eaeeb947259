import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { formatTime } from '@/lib/i18n/format'
import { Icon } from './icon'

/** What came of a form, above it: done, or why not. */
export function FormAnswer({ frame, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  const { words, locale, zone } = frame
  if (state?.error) {
    return (
      <div className="notice stop" role="alert">
        <Icon name="stop" />
        <p>
          {words.form.errors[state.error] ?? words.form.errors.fieldWrong}
          {state.until ? ` (${formatTime(state.until, locale, zone)})` : ''}
        </p>
      </div>
    )
  }
  if (!state?.done) return null
  return (
    <div className="notice" role="status">
      <Icon name="done" />
      <p>{words.form.done[state.done] ?? words.form.done.saved}</p>
    </div>
  )
}
