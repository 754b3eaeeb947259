import { type Day, isDay, monthOfDay, noonOf, yearOf } from '@/lib/calendar/days'
import { addDays, weekOf, weeksOfMonth } from '@/lib/calendar/grid'
import { languageOf } from '@/lib/i18n/locale'

/** Which part of the calendar is looked at. */
export type Planned = { span: 'week' | 'month'; day: Day }

/** From the parameters of the address; nonsense is this week. */
export function readPlanned(query: Record<string, string | string[] | undefined>, today: Day): Planned {
  const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')
  const [, year = 0, month = 0, date = 0] = (/^(20\d{2})(\d{2})(\d{2})$/.exec(text(query.day)) ?? []).map(Number)
  return {
    span: text(query.span) === 'month' ? 'month' : 'week',
    day: isDay(year, month, date) ? year * 10_000 + month * 100 + date : today,
  }
}

export const plannedPath = ({ span, day }: Planned): string =>
  `/admin/calendar/?${new URLSearchParams({ ...(span === 'month' && { span }), day: String(day) })}`

/** 1 for Monday: where the weeks of those who read this language begin. */
const FIRST_DAYS: Record<string, number> = { fa: 6, ar: 6 }
export const firstWeekday = (locale: string): number => FIRST_DAYS[languageOf(locale)] ?? 1

const PERSIAN = new Intl.DateTimeFormat('en-u-ca-persian-nu-latn', { day: 'numeric', timeZone: 'UTC' })

/** Which day of its month a day is, as readers of that language count: in Persian by their own calendar. */
export function dateOf(day: Day, locale: string): number {
  if (languageOf(locale) !== 'fa') return day % 100
  return Number(PERSIAN.formatToParts(noonOf(day)).find(({ type }) => type === 'day')?.value)
}

/** The weeks that are shown. */
export function weeksOf({ span, day }: Planned, locale: string): Day[][] {
  const first = firstWeekday(locale)
  return span === 'week' ? [weekOf(day, first)] : weeksOfMonth(day, first, (one) => dateOf(one, locale))
}

/** A day of the week or month before or after. */
export function turned({ span, day }: Planned, locale: string, step: 1 | -1): Planned {
  if (span === 'week') return { span, day: addDays(day, 7 * step) }
  const first = addDays(day, 1 - dateOf(day, locale))
  // Every month has a day 32 days after the first of the one before it, and none is longer than 31.
  const other = step === -1 ? addDays(first, -1) : addDays(first, 32)
  return { span, day: addDays(other, 1 - dateOf(other, locale)) }
}

/** True where two days are of one month, as it is shown: others are drawn fainter. */
export const isSameMonth = (one: Day, other: Day, locale: string): boolean =>
  addDays(one, 1 - dateOf(one, locale)) === addDays(other, 1 - dateOf(other, locale))

/** "2026-11-22", as a date field has it. */
export const dateText = (day: Day): string =>
  [yearOf(day), monthOfDay(day) % 100, day % 100].map((part) => String(part).padStart(2, '0')).join('-')
