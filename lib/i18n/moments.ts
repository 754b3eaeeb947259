import { dayIn } from '@/lib/calendar/days'
import { formatDate, formatTime } from './format'
import { languageOf } from './locale'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const dayNumber = (day: number): number =>
  Date.UTC(Math.floor(day / 10_000), (Math.floor(day / 100) % 100) - 1, day % 100) / DAY_MS

/** Digits as everything around them has: Arabic without a country writes Arabic-Indic ones. */
const relativeLocale = (locale: string): string => (locale === 'ar' ? 'ar-u-nu-arab' : locale)

/** "today", "tomorrow", "Friday" within six days, else the date; by the days of `zone`, whose midnight parts them. */
export function dayWord(moment: Date, now: Date, locale: string, zone: string): string {
  const days = dayNumber(dayIn(zone, moment)) - dayNumber(dayIn(zone, now))
  if (Math.abs(days) <= 1) {
    return new Intl.RelativeTimeFormat(relativeLocale(locale), { numeric: 'auto' }).format(days, 'day')
  }
  if (Math.abs(days) > 6) return formatDate(moment, locale, zone)
  return new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: zone }).format(moment)
}

/** "in 3 hours", "6 minutes ago": one unit, rounded down, as far as it matters. */
export function distance(moment: Date, now: Date, locale: string): string {
  const ms = moment.getTime() - now.getTime()
  const format = new Intl.RelativeTimeFormat(relativeLocale(locale), { numeric: 'always' })
  const [unitMs, unit] = unitOf(Math.abs(ms))
  const count = Math.trunc(ms / unitMs)
  // Zero has no direction of its own.
  return format.format(count === 0 && ms < 0 ? -0 : count, unit)
}

function unitOf(ms: number): [number, Intl.RelativeTimeFormatUnit] {
  if (ms < HOUR_MS) return [MINUTE_MS, 'minute']
  return ms < DAY_MS ? [HOUR_MS, 'hour'] : [DAY_MS, 'day']
}

/** "today, 14:32", "yesterday, 18:20", "20 November 2026, 16:30" */
export function whenWords(moment: Date, now: Date, locale: string, zone: string): string {
  const comma = ['ar', 'fa', 'ur'].includes(languageOf(locale)) ? '،' : ','
  return `${dayWord(moment, now, locale, zone)}${comma} ${formatTime(moment, locale, zone)}`
}

/** How many whole hours from now, 0 to 23; null outside the day that begins now. */
export function hourAhead(moment: Date, now: Date): number | null {
  const hours = Math.floor((moment.getTime() - now.getTime()) / HOUR_MS)
  return hours >= 0 && hours < 24 ? hours : null
}
