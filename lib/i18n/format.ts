import { languageOf } from './locale'

// Making a formatter costs a hundred times what using it does.
const made = new Map<string, unknown>()
function once<T>(key: string, make: () => T): T {
  const known = made.get(key) as T | undefined
  if (known) return known
  const value = make()
  made.set(key, value)
  return value
}

/**
 * The locale as Intl is asked for it: Arabic without a country gets Arabic-Indic digits, and every Arabic the Gregorian
 * calendar that its press prints; Persian keeps its own digits and calendar.
 */
function intlLocale(locale: string): string {
  if (languageOf(locale) !== 'ar' || locale.includes('-u-')) return locale
  return locale === 'ar' ? 'ar-u-ca-gregory-nu-arab' : `${locale}-u-ca-gregory`
}

/** Same digits, Gregorian years: for numbers that are part of an address (archives by date). */
function gregorian(locale: string): string {
  return new Intl.Locale(intlLocale(locale), { calendar: 'gregory' }).toString()
}

function dateFormat(locale: string, zone: string, options: Intl.DateTimeFormatOptions) {
  return once(
    `${locale} ${zone} ${JSON.stringify(options)}`,
    () => new Intl.DateTimeFormat(locale, { ...options, timeZone: zone }),
  )
}

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const

/** "22 November 2026" (English day before month, as newspapers outside America have it, unless the locale says else). */
export function formatDate(date: Date, locale: string, zone: string): string {
  return dateFormat(pressLocale(locale), zone, DAY).format(date)
}

/** "Sunday 22 November 2026", as mastheads have it: no comma. */
export function formatWeekday(date: Date, locale: string, zone: string): string {
  const weekday = dateFormat(pressLocale(locale), zone, { weekday: 'long' }).format(date)
  return `${weekday} ${formatDate(date, locale, zone)}`
}

/** "Sun", for narrow columns. */
export function formatShortWeekday(date: Date, locale: string, zone: string): string {
  return dateFormat(pressLocale(locale), zone, { weekday: 'short' }).format(date)
}

/** "06:30" */
export function formatTime(date: Date, locale: string, zone: string): string {
  return dateFormat(pressLocale(locale), zone, TIME).format(date)
}

/** "22 November 2026, 06:30" */
export function formatDateTime(date: Date, locale: string, zone: string): string {
  const comma = ['ar', 'fa', 'ur'].includes(languageOf(locale)) ? '،' : ','
  return `${formatDate(date, locale, zone)}${comma} ${formatTime(date, locale, zone)}`
}

/** "November 2026", in the calendar of the locale. */
export function formatMonthIn(date: Date, locale: string, zone: string): string {
  return dateFormat(pressLocale(locale), zone, { month: 'long', year: 'numeric' }).format(date)
}

/** "November 2026", for the archive of a month: always Gregorian, as its address is. */
export function formatMonth(date: Date, locale: string): string {
  return dateFormat(gregorian(pressLocale(locale)), 'UTC', { month: 'long', year: 'numeric' }).format(date)
}

/** "22 November 2026" of an archive's address: always Gregorian. */
export function formatArchiveDay(date: Date, locale: string): string {
  return dateFormat(gregorian(pressLocale(locale)), 'UTC', DAY).format(date)
}

/** "22 Nov", for narrow columns. */
export function formatShortDate(date: Date, locale: string, zone: string): string {
  return dateFormat(pressLocale(locale), zone, { day: 'numeric', month: 'short' }).format(date)
}

/** "1,234" in the locale's digits. */
export function formatNumber(value: number, locale: string): string {
  return once(`n ${locale}`, () => new Intl.NumberFormat(intlLocale(locale))).format(value)
}

/** "45 %", from 0.45. */
export function formatPercent(share: number, locale: string): string {
  return once(`% ${locale}`, () => new Intl.NumberFormat(intlLocale(locale), { style: 'percent' })).format(share)
}

/** Counting further tells nobody anything. */
const COUNTED = 1_000

/** "812", "999+": what was counted up to a thousand. */
export function formatCount(value: number, locale: string): string {
  return value < COUNTED ? formatNumber(value, locale) : `${formatNumber(COUNTED - 1, locale)}+`
}

/** "Arabic", as the language of `locale` calls it; the tag itself where it has no name for it. */
export function languageName(tag: string, locale: string): string {
  return once(`g ${locale}`, () => new Intl.DisplayNames(intlLocale(locale), { type: 'language' })).of(tag) ?? tag
}

/** A year or a page number: digits of the locale, no grouping. */
export function formatPlainNumber(value: number, locale: string): string {
  return once(`p ${locale}`, () => new Intl.NumberFormat(intlLocale(locale), { useGrouping: false })).format(value)
}

/** "A, B and C" */
export function listParts(items: string[], locale: string): { type: 'element' | 'literal'; value: string }[] {
  return once(`l ${locale}`, () => new Intl.ListFormat(intlLocale(locale), { type: 'conjunction' })).formatToParts(
    items,
  )
}

export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** The form that the number asks for, with `{n}` filled in the locale's digits. */
export function plural(count: number, locale: string, forms: PluralForms): string {
  const rule = once(`r ${locale}`, () => new Intl.PluralRules(locale)).select(count)
  return (forms[rule] ?? forms.other).replace('{n}', formatNumber(count, locale))
}

/** English without a country is British: 22 November 2026. */
function pressLocale(locale: string): string {
  return locale === 'en' ? 'en-GB' : intlLocale(locale)
}
