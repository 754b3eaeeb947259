import { REPORT_LIMITS, type ReportField } from '@/lib/reports/report'

type Props = {
  name: ReportField
  label: string
  hint?: string
  error: string | undefined
  value: string
  /** More than one; one line is an e-mail address. */
  lines?: number
  required?: boolean
}

/** A labelled field with what it is for and its message beside it. */
export function ReportRow({ name, label, hint, error, value, lines, required = false }: Props) {
  const described = [error && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ')
  const control = {
    id: name,
    name,
    defaultValue: value,
    maxLength: REPORT_LIMITS[name].characters,
    required,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described || undefined,
  }
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
      {lines ? (
        <textarea {...control} rows={lines} dir="auto" />
      ) : (
        <input {...control} type="email" autoComplete="email" dir="ltr" />
      )}
      {error ? (
        <p className="field-error" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
      {hint ? (
        <p className="note" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
