import { noonOf } from '@/lib/calendar/days'
import type { Span } from '@/lib/counting/figures'
import { formatShortDate, formatTime } from './format'

const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/** "14:05", "14:00", "22 Nov": a bar of a chart, as its span has them. */
export function pointName(span: Span, at: number, locale: string, zone: string): string {
  if (span === 'now') return formatTime(new Date(at * MINUTE_MS), locale, zone)
  // Hours and days are the site's own already.
  if (span === 'today') return formatTime(new Date(at * HOUR_MS), locale, 'UTC')
  return formatShortDate(noonOf(at), locale, 'UTC')
}
