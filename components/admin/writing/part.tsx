import type { ReactNode } from 'react'

type PartProps = { title: string; now: string; isOpen?: boolean; children: ReactNode }

/** One subject of the panel beside the text. It says its value when it is closed. */
export function Part({ title, now, isOpen = false, children }: PartProps) {
  return (
    <details open={isOpen}>
      <summary>
        {title} <bdi className="now">{now}</bdi>
      </summary>
      <div className="inside">{children}</div>
    </details>
  )
}

type ChoiceProps = {
  id: string
  label: string
  value: string
  options: [value: string, name: string][]
  onChange(value: string): void
}

export function Choice({ id, label, value, options, onChange }: ChoiceProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}

type TickProps = { label: string; checked: boolean; isFixed?: boolean; onChange(checked: boolean): void }

export function Tick({ label, checked, isFixed = false, onChange }: TickProps) {
  return (
    <label className="tick">
      <input
        type="checkbox"
        checked={checked}
        disabled={isFixed}
        onChange={(event) => onChange(event.target.checked)}
      />{' '}
      {label}
    </label>
  )
}

type TextProps = {
  id: string
  label: string
  value: string
  hint?: string
  rows?: number
  onChange(text: string): void
}

/** A labelled text of a few lines. */
export function FewLines({ id, label, value, hint, rows = 3, onChange }: TextProps) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={rows}
        dir={value ? 'auto' : undefined}
        value={value}
        aria-describedby={hint && `${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
