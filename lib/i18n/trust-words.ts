import { languageOf } from './locale'
import { trustAr } from './trust-ar'
import { trustEn } from './trust-en'
import { trustFa } from './trust-fa'

/** Every word of reports and corrections in the newsroom, in one language. */
export type TrustWords = typeof trustEn

const translations: Record<string, TrustWords> = { en: trustEn, ar: trustAr, fa: trustFa }

/** English where there is no translation. */
export function trustWordsFor(locale: string): TrustWords {
  return translations[languageOf(locale)] ?? trustEn
}
