import { languageOf } from './locale'
import { planningAr } from './planning-ar'
import { planningEn } from './planning-en'
import { planningFa } from './planning-fa'

/** Every word around saved lists, quick changes, the calendar and what waits long, in one language. */
export type PlanningWords = typeof planningEn

const translations: Record<string, PlanningWords> = { en: planningEn, ar: planningAr, fa: planningFa }

/** English where there is no translation. */
export function planningWordsFor(locale: string): PlanningWords {
  return translations[languageOf(locale)] ?? planningEn
}
