import { frontAr } from './front-ar'
import { frontEn } from './front-en'
import { frontFa } from './front-fa'
import { languageOf } from './locale'

/** Every word of the page on which the front is arranged, in one language. */
export type FrontWords = typeof frontEn

const translations: Record<string, FrontWords> = { en: frontEn, ar: frontAr, fa: frontFa }

/** English where there is no translation. */
export function frontWordsFor(locale: string): FrontWords {
  return translations[languageOf(locale)] ?? frontEn
}
