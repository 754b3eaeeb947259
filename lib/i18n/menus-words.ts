import { languageOf } from './locale'
import { menusAr } from './menus-ar'
import { menusEn } from './menus-en'
import { menusFa } from './menus-fa'

/** Every word of the pages of menus and standing pages, in one language. */
export type MenusWords = typeof menusEn

const translations: Record<string, MenusWords> = { en: menusEn, ar: menusAr, fa: menusFa }

/** English where there is no translation. */
export function menusWordsFor(locale: string): MenusWords {
  return translations[languageOf(locale)] ?? menusEn
}
