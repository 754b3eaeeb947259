import { noonOf } from '@/lib/calendar/days'
import { formatArchiveDay, formatMonth, formatPlainNumber } from './format'

/** "2026", "November 2026", "22 November 2026", of an archive's digits. */
export function periodName(digits: string, locale: string): string {
  if (digits.length === 4) return formatPlainNumber(Number(digits), locale)
  const noon = noonOf(Number(digits.padEnd(8, '01')))
  return digits.length === 6 ? formatMonth(noon, locale) : formatArchiveDay(noon, locale)
}
