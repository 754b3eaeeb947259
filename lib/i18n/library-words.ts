import { libraryAr } from './library-ar'
import { libraryEn } from './library-en'
import { libraryFa } from './library-fa'
import { languageOf } from './locale'

/** Every word of the media library, in one language. */
export type LibraryWords = typeof libraryEn

const translations: Record<string, LibraryWords> = { en: libraryEn, ar: libraryAr, fa: libraryFa }

/** English where there is no translation. */
export function libraryWordsFor(locale: string): LibraryWords {
  return translations[languageOf(locale)] ?? libraryEn
}
