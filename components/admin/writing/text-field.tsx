import { directionOf } from '@/lib/i18n/locale'

type Props = { name: string; label: string; value: string; language: string; onChange(value: string): void }

/** A line of the article's own, in its language and as large as readers will see it; it grows with what is typed. */
export function TextField({ name, label, value, language, onChange }: Props) {
  return (
    <textarea
      className={`line ${name === 'headline' ? 'h' : name}`}
      name={name}
      aria-label={label}
      placeholder={label}
      rows={1}
      value={value}
      lang={language}
      dir={value ? 'auto' : directionOf(language)}
      onChange={(event) => onChange(event.target.value.replaceAll('\n', ' '))}
    />
  )
}
