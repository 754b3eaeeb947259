import { directionOf } from '@/lib/i18n/locale'
import { writingWordsFor } from '@/lib/i18n/writing-words'

/** A headline in its own language, which leads to where it is written. `locale`: of whoever looks. */
export function HeadlineLink({
  locale,
  line,
}: {
  locale: string
  line: { id: number; headline: string; locale: string }
}) {
  const { id, headline, locale: language } = line
  const href = `/admin/articles/${id}/`
  if (!headline) {
    return (
      <a className="headline" href={href}>
        <i>{writingWordsFor(locale).list.untitled}</i>
      </a>
    )
  }
  return (
    <a className="headline" href={href} lang={language} dir={directionOf(language)}>
      {headline}
    </a>
  )
}
