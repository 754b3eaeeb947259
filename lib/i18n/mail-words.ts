import { languageOf } from './locale'
import { mailAr } from './mail-ar'
import { mailEn } from './mail-en'
import { mailFa } from './mail-fa'

export type MailWords = typeof mailEn

const translations: Record<string, MailWords> = { en: mailEn, ar: mailAr, fa: mailFa }

/** English where there is no translation. */
export function mailWordsFor(locale: string): MailWords {
  return translations[languageOf(locale)] ?? mailEn
}
