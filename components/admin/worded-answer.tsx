import type { FormState } from '@/lib/auth/form-state'
import { Icon } from './icon'

type Props = {
  state: FormState | undefined
  /** By the word that the form's answer has for it. */
  done: Record<string, string>
  refused: Record<string, string>
}

/** What came of a form of a page that has its own words for it. */
export function WordedAnswer({ state, done, refused }: Props) {
  if (state?.error) {
    return (
      <div className="notice stop" role="alert">
        <Icon name="stop" />
        <p>{refused[state.error] ?? refused.fieldWrong}</p>
      </div>
    )
  }
  if (!state?.done) return null
  return (
    <div className="notice" role="status">
      <Icon name="done" />
      <p>{done[state.done]}</p>
    </div>
  )
}
