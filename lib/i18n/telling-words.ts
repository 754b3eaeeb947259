import { languageOf } from './locale'
import { tellingAr } from './telling-ar'
import { tellingEn } from './telling-en'
import { tellingFa } from './telling-fa'

export type TellingWords = typeof tellingEn

const translations: Record<string, TellingWords> = { en: tellingEn, ar: tellingAr, fa: tellingFa }

/** English where there is no translation. */
export function tellingWordsFor(locale: string): TellingWords {
  return translations[languageOf(locale)] ?? tellingEn
}
