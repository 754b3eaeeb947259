import { fieldsAr } from './fields-ar'
import { fieldsEn } from './fields-en'
import { fieldsFa } from './fields-fa'
import { languageOf } from './locale'

/** Words for a preview and for what belongs to an article beside its text; apart, because the browser gets them too. */
export type FieldsWords = typeof fieldsEn

const translations: Record<string, FieldsWords> = { en: fieldsEn, ar: fieldsAr, fa: fieldsFa }

/** English where there is no translation. */
export function fieldsWordsFor(locale: string): FieldsWords {
  return translations[languageOf(locale)] ?? fieldsEn
}
