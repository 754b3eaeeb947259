import { adminAr } from './admin-ar'
import { adminEn } from './admin-en'
import { adminFa } from './admin-fa'
import { languageOf } from './locale'

/** Every word that the newsroom says by itself, in one language. Readers' pages load none of them. */
export type AdminWords = typeof adminEn

const translations: Record<string, AdminWords> = { en: adminEn, ar: adminAr, fa: adminFa }

/** The languages that somebody can choose for their newsroom, each as it calls itself. */
export const NEWSROOM_LANGUAGES = { en: 'English', ar: 'العربية', fa: 'فارسی' } as const

/** English where there is no translation. */
export function adminWordsFor(locale: string): AdminWords {
  return translations[languageOf(locale)] ?? adminEn
}
