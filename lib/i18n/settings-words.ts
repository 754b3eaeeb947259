import { languageOf } from './locale'
import { settingsAr } from './settings-ar'
import { settingsEn } from './settings-en'
import { settingsFa } from './settings-fa'

/** Every word of the settings, in one language. */
export type SettingsWords = typeof settingsEn

const translations: Record<string, SettingsWords> = { en: settingsEn, ar: settingsAr, fa: settingsFa }

/** English where there is no translation. */
export function settingsWordsFor(locale: string): SettingsWords {
  return translations[languageOf(locale)] ?? settingsEn
}
