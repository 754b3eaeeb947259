import { deskAr } from './desk-ar'
import { deskEn } from './desk-en'
import { deskFa } from './desk-fa'
import { languageOf } from './locale'

/** Every word of the desk, the lists, finding and keys, in one language; apart, because the browser gets them too. */
export type DeskWords = typeof deskEn

const translations: Record<string, DeskWords> = { en: deskEn, ar: deskAr, fa: deskFa }

/** English where there is no translation. */
export function deskWordsFor(locale: string): DeskWords {
  return translations[languageOf(locale)] ?? deskEn
}
