import type { ReactNode } from 'react'
import type { FormState } from '@/lib/auth/form-state'
import type { NewsroomFrame } from '@/lib/auth/frame'
import { FormAnswer } from './form-answer'
import { Icon } from './icon'

type Props = {
  frame: NewsroomFrame
  state: FormState | undefined
  /** Why it was not done, where the page has words of its own for it. */
  refused: ReactNode
  /** What was done. */
  done: string | undefined
  undo: { action(form: FormData): Promise<void>; label: string; place?: string }
}

/** What came of a form, and the way back where the answer offers one. */
export function UndoAnswer({ frame, state, refused, done, undo }: Props) {
  if (refused) {
    return (
      <div className="notice stop" role="alert">
        <Icon name="stop" />
        <p>{refused}</p>
      </div>
    )
  }
  if (!done) return <FormAnswer frame={frame} state={state} />
  const back = state?.shown?.undo
  return (
    <div className="notice" role="status">
      <Icon name="done" />
      <p>{done}</p>
      {typeof back === 'string' ? (
        <form action={undo.action}>
          {undo.place ? <input type="hidden" name="place" value={undo.place} /> : null}
          <input type="hidden" name="undo" value={back} />
          <button className="button" type="submit">
            {undo.label}
          </button>
        </form>
      ) : null}
    </div>
  )
}
