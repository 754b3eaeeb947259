import { languageOf } from './locale'
import { uploadAr } from './upload-ar'
import { uploadEn } from './upload-en'
import { uploadFa } from './upload-fa'

/** Every word around images that are added, in one language. */
export type UploadWords = typeof uploadEn

const translations: Record<string, UploadWords> = { en: uploadEn, ar: uploadAr, fa: uploadFa }

/** English where there is no translation. */
export function uploadWordsFor(locale: string): UploadWords {
  return translations[languageOf(locale)] ?? uploadEn
}
