import { NEWSROOM_LANGUAGES } from '@/lib/i18n/admin-words'

type Props = { id: string; label: string; asSite: string; value: string; hint?: string }

/** Which language the newsroom speaks to somebody; each is named as it calls itself. */
export function LanguageField({ id, label, asSite, value, hint }: Props) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="choose">
        <select id={id} name="locale" defaultValue={value} aria-describedby={hint ? `${id}-hint` : undefined}>
          <option value="">{asSite}</option>
          {Object.entries(NEWSROOM_LANGUAGES).map(([locale, name]) => (
            <option key={locale} value={locale} lang={locale}>
              {name}
            </option>
          ))}
        </select>
      </span>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  )
}
