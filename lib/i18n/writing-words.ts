import { languageOf } from './locale'
import { writingAr } from './writing-ar'
import { writingEn } from './writing-en'
import { writingFa } from './writing-fa'

/** Every word around an article that is written, in one language; apart, because the browser gets them too. */
export type WritingWords = typeof writingEn

const translations: Record<string, WritingWords> = { en: writingEn, ar: writingAr, fa: writingFa }

/** English where there is no translation. */
export function writingWordsFor(locale: string): WritingWords {
  return translations[languageOf(locale)] ?? writingEn
}
