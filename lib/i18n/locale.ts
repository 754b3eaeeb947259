export type Direction = 'ltr' | 'rtl'

const RIGHT_TO_LEFT = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'nqo', 'ps', 'sd', 'syr', 'ug', 'ur', 'yi'])

/** "fa" of "fa-IR". */
export const languageOf = (locale: string): string => locale.split('-')[0]?.toLowerCase() ?? ''

export function directionOf(locale: string): Direction {
  if (/-Latn\b/i.test(locale)) return 'ltr'
  return RIGHT_TO_LEFT.has(languageOf(locale)) ? 'rtl' : 'ltr'
}

/** A BCP 47 tag in its canonical spelling, or undefined: "en_us" and "en-us" are "en-US", "C" is nothing. */
export function canonicalLocale(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}

/** "en_GB" of "en-GB", and of "fa" the likeliest, "fa_IR": link previews want a country. */
export function territoryLocale(locale: string): string {
  const { language, region } = new Intl.Locale(locale).maximize()
  return region ? `${language}_${region}` : language
}
