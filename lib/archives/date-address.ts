import { isDay } from '@/lib/calendar/days'

export type DateAddress =
  /** "2026", "202611" or "20261122". */
  | { digits: string; page: number }
  /** A day or month that does not exist: its month, or its year. */
  | { movedTo: string }

/**
 * Reads "/2026/", "/2026/11/22/", "/2026/11/page/2/"; undefined for what is no date address. Years have four digits;
 * months and days one or two.
 */
export function parseDateAddress(segments: string[]): DateAddress | undefined {
  const pageAt = segments.length - 2
  const paged = segments[pageAt] === 'page' && /^\d{1,6}$/.test(segments[pageAt + 1] ?? '')
  const parts = paged ? segments.slice(0, pageAt) : segments
  const page = paged ? Number(segments[pageAt + 1]) : 1
  const [year = '', month, day] = parts
  if (parts.length < 1 || parts.length > 3 || !/^\d{4}$/.test(year)) return undefined
  if (![month, day].every((part) => part === undefined || /^\d{1,2}$/.test(part))) return undefined
  if (month !== undefined && !isDay(Number(year), Number(month), 1)) return { movedTo: year }
  const digits = year + (month?.padStart(2, '0') ?? '') + (day?.padStart(2, '0') ?? '')
  if (day !== undefined && !isDay(Number(year), Number(month), Number(day))) return { movedTo: digits.slice(0, 6) }
  return { digits, page }
}

/** First and last day of "2026", "202611" or "20261122"; the last may be one that does not exist (31 of any month). */
export function daysOf(digits: string): { from: number; to: number } {
  return { from: Number(digits.padEnd(6, '01').padEnd(8, '01')), to: Number(digits.padEnd(6, '12').padEnd(8, '31')) }
}
