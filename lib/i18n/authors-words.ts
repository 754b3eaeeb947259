import { authorsAr } from './authors-ar'
import { authorsEn } from './authors-en'
import { authorsFa } from './authors-fa'
import { languageOf } from './locale'

/** Every word of the pages of authors, in one language. */
export type AuthorsWords = typeof authorsEn

const translations: Record<string, AuthorsWords> = { en: authorsEn, ar: authorsAr, fa: authorsFa }

/** English where there is no translation. */
export function authorsWordsFor(locale: string): AuthorsWords {
  return translations[languageOf(locale)] ?? authorsEn
}
