import { editorAr } from './editor-ar'
import { editorEn } from './editor-en'
import { editorFa } from './editor-fa'
import { languageOf } from './locale'

/** Every word the editor says, in one language. */
export type EditorWords = typeof editorEn

const translations: Record<string, EditorWords> = { en: editorEn, ar: editorAr, fa: editorFa }

/** English where there is no translation. */
export function editorWordsFor(locale: string): EditorWords {
  return translations[languageOf(locale)] ?? editorEn
}
