import type { FormState } from '@/lib/auth/form-state'
import { Icon } from './icon'

type Props = {
  form: string
  state: FormState | undefined
  /** Why something is refused, by the word that the form's answer has for it. */
  refused: Record<string, string>
  name: string
  label: string
  value?: string | undefined
  hint?: string | undefined
  maxLength?: number
  required?: boolean
  /** More than one. */
  lines?: number
  type?: 'text' | 'number' | 'date' | 'datetime-local' | 'url'
  min?: number
  max?: number
  dir?: 'auto' | 'ltr'
  list?: string
}

/** A labelled field of a page that has its own words for what is wrong. What was typed stays. */
export function WordedField({ form, state, refused, name, label, value = '', hint, lines, type, dir, ...rest }: Props) {
  const id = `${form}-${name}`
  const error = state?.errors[name]
  const described = [error && `${id}-wrong`, hint && `${id}-hint`].filter(Boolean).join(' ')
  const input = {
    ...{ id, name, dir: dir ?? 'auto', ...rest },
    defaultValue: state?.values[name] ?? value,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described || undefined,
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {lines ? <textarea {...input} rows={lines} /> : <input {...input} type={type ?? 'text'} autoComplete="off" />}
      {error ? (
        <p className="wrong" id={`${id}-wrong`}>
          <Icon name="stop" />
          {refused[error] ?? refused.fieldWrong}
        </p>
      ) : null}
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
