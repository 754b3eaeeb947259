import { useState } from 'react'
import type { TranslationFacts } from '@/lib/articles/editing/admin-queries'
import { NEWSROOM_LANGUAGES } from '@/lib/i18n/admin-words'
import type { FieldsWords } from '@/lib/i18n/fields-words'
import type { WritingWords } from '@/lib/i18n/writing-words'
import { useFound } from '../find/use-found'
import { NextChoice } from './next-choice'
import type { Written } from './props'

type Props = {
  words: WritingWords
  said: FieldsWords
  articleId: number
  translation: TranslationFacts
  content: Written
  set(next: Partial<Written>): void
}

/** Of which article this one is the translation: chosen by words of its headline, in whatever other language it is. */
export function TranslationField({ words, said, articleId, translation, content, set }: Props) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(translation.of)
  const { found } = useFound(typed)
  const { translationOfId, locale } = content
  const { translation: text } = said
  if (translation.isOriginal) return <p className="hint">{text.isOriginal}</p>
  const left = (found?.articles ?? [])
    .filter((article) => article.id !== articleId && article.locale !== locale)
    .map(({ id, headline, locale: language }) => ({ id, name: `${headline} (${nameOf(language)})` }))
  const name = chosen && chosen.id === translationOfId ? chosen.headline : text.article(translationOfId ?? 0)
  const choose = (id: number) => {
    const article = found?.articles.find((one) => one.id === id)
    if (article) setChosen({ id, headline: article.headline })
    set({ translationOfId: id })
  }
  return (
    <div className="field">
      <span className="label" id="translation-label">
        {text.of}
      </span>
      {translationOfId === null ? (
        <NextChoice id="translation" label={text.choose} left={left} onChoose={choose} onType={setTyped} />
      ) : (
        <ul className="tokens" aria-labelledby="translation-label">
          <li className="token">
            <bdi>{name}</bdi>
            <button type="button" aria-label={words.fields.remove(name)} onClick={() => set({ translationOfId: null })}>
              ×
            </button>
          </li>
        </ul>
      )}
      <p className="hint">{text.hint}</p>
    </div>
  )
}

const languages: Record<string, string> = { ...NEWSROOM_LANGUAGES }
const nameOf = (locale: string): string => languages[locale] ?? locale
