import { languageOf } from './locale'
import { redirectsAr } from './redirects-ar'
import { redirectsEn } from './redirects-en'
import { redirectsFa } from './redirects-fa'

/** Every word of the pages of redirects, in one language. */
export type RedirectsWords = typeof redirectsEn

const translations: Record<string, RedirectsWords> = { en: redirectsEn, ar: redirectsAr, fa: redirectsFa }

/** English where there is no translation. */
export function redirectsWordsFor(locale: string): RedirectsWords {
  return translations[languageOf(locale)] ?? redirectsEn
}
