import { languageOf } from './locale'
import { passkeyAr } from './passkey-ar'
import { passkeyEn } from './passkey-en'
import { passkeyFa } from './passkey-fa'

/** Every word around passkeys, in one language. */
export type PasskeyWords = typeof passkeyEn

const translations: Record<string, PasskeyWords> = { en: passkeyEn, ar: passkeyAr, fa: passkeyFa }

/** English where there is no translation. */
export function passkeyWordsFor(locale: string): PasskeyWords {
  return translations[languageOf(locale)] ?? passkeyEn
}
