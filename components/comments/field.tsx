import { cloneElement, type JSX } from 'react'
import { REPLY_LIMITS, type ReplyError, type ReplyField } from '@/lib/comments/reply'
import type { Frame } from '@/lib/site/frame'
import { errorText } from './error-summary'

/** A labelled field with its message beside it. `children` is the control, without id and state. */
export function Field({
  frame,
  name,
  label,
  error,
  required = false,
  describedBy,
  children,
}: {
  frame: Frame
  name: ReplyField
  label: string
  error: ReplyError | undefined
  required?: boolean
  /** Id of a note that belongs to the field. */
  describedBy?: string
  children: JSX.Element
}) {
  const errorId = `${name}-error`
  const descriptions = [error ? errorId : '', describedBy ?? ''].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={name}>
        {label}
        {required ? (
          <>
            {' '}
            <span className="required" aria-hidden="true">
              *
            </span>
          </>
        ) : null}
      </label>
      {cloneElement(children, {
        id: name,
        maxLength: REPLY_LIMITS[name].characters,
        required,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': descriptions || undefined,
      })}
      {error ? (
        <p className="field-error" id={errorId}>
          {errorText(frame, name, error)}
        </p>
      ) : null}
    </div>
  )
}
