import { ar } from './ar'
import { en } from './en'
import { fa } from './fa'
import { languageOf } from './locale'

/** Every word the site says by itself, in one language. Numbers come in as numbers: the language says them. */
export type Words = typeof en

const translations: Record<string, Words> = { en, ar, fa }

/** English where there is no translation. */
export function wordsFor(locale: string): Words {
  return translations[languageOf(locale)] ?? en
}
