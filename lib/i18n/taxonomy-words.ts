import { languageOf } from './locale'
import { taxonomyAr } from './taxonomy-ar'
import { taxonomyEn } from './taxonomy-en'
import { taxonomyFa } from './taxonomy-fa'

/** Every word of the pages of categories and tags, in one language. */
export type TaxonomyWords = typeof taxonomyEn

const translations: Record<string, TaxonomyWords> = { en: taxonomyEn, ar: taxonomyAr, fa: taxonomyFa }

/** English where there is no translation. */
export function taxonomyWordsFor(locale: string): TaxonomyWords {
  return translations[languageOf(locale)] ?? taxonomyEn
}
