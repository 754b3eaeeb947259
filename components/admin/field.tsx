import type { FormState } from '@/lib/auth/form-state'
import type { AdminWords } from '@/lib/i18n/admin-words'
import { Icon } from './icon'

type Props = {
  /** Of the input; its id is made of the form's name and it. */
  name: string
  form: string
  label: string
  words: AdminWords
  state?: FormState | undefined
  hint?: string
  type?: 'text' | 'email' | 'password'
  autoComplete?: string
  inputMode?: 'numeric'
  className?: string
  maxLength?: number
  value?: string
  required?: boolean
}

/** A labelled field, with its hint and what is wrong with it beside it. What was typed stays. */
export function Field(props: Props) {
  const { name, form, label, words, state, hint, type = 'text', value, required = true, ...rest } = props
  const id = `${form}-${name}`
  const error = state?.errors[name]
  const described = [error && `${id}-wrong`, hint && `${id}-hint`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={type}
        required={required}
        dir={type === 'text' ? 'auto' : undefined}
        defaultValue={state?.values[name] ?? value}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        {...rest}
      />
      {error ? (
        <p className="wrong" id={`${id}-wrong`}>
          <Icon name="stop" />
          {words.form.errors[error] ?? words.form.errors.fieldWrong}
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
