import { figuresAr } from './figures-ar'
import { figuresEn } from './figures-en'
import { figuresFa } from './figures-fa'
import { languageOf } from './locale'

/** Every word about what readers read, for the newsroom. */
export type FiguresWords = typeof figuresEn

const translations: Record<string, FiguresWords> = { en: figuresEn, ar: figuresAr, fa: figuresFa }

/** English where there is no translation. */
export function figuresWordsFor(locale: string): FiguresWords {
  return translations[languageOf(locale)] ?? figuresEn
}
