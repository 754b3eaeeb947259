type Props = { id: string; label: string; value: string; hint?: string; dir?: 'ltr'; onChange(value: string): void }

/** A labelled line of words. */
export function LineField({ id, label, value, hint, dir, onChange }: Props) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        dir={dir ?? (value ? 'auto' : undefined)}
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
