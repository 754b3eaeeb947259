import { languageOf } from './locale'
import { reportAr } from './report-ar'
import { reportEn } from './report-en'
import { reportFa } from './report-fa'

/** Every word of reporting an error, in one language. */
export type ReportWords = typeof reportEn

const translations: Record<string, ReportWords> = { en: reportEn, ar: reportAr, fa: reportFa }

/** English where there is no translation. */
export function reportWordsFor(locale: string): ReportWords {
  return translations[languageOf(locale)] ?? reportEn
}
