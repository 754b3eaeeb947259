import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { Icon } from './icon'

/** A link that was made just now, to be handed over: shown this once. */
export function ShownLink({ frame, state }: { frame: NewsroomFrame; state: FormState | undefined }) {
  const { link, email } = state?.shown ?? {}
  const { peoplePage } = frame.words
  if (typeof link !== 'string') return null
  return (
    <div className="notice" role="status">
      <Icon name="done" />
      <div className="field grow">
        <label htmlFor="shown-link">
          {typeof email === 'string' ? peoplePage.linkFor(email) : peoplePage.resetLink}
        </label>
        <input id="shown-link" type="url" readOnly value={link} dir="ltr" />
        <p className="hint">{peoplePage.linkText}</p>
      </div>
    </div>
  )
}
