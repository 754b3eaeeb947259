import { dayIn } from '@/lib/calendar/days'
import { formatDate, formatDateTime } from '@/lib/i18n/format'
import type { Frame } from '@/lib/site/frame'

/** The date, with the time where it was today. */
export function CardDate({ frame, at }: { frame: Frame; at: Date }) {
  const { locale, zone, now } = frame
  const today = dayIn(zone, at) === dayIn(zone, now)
  return (
    <p className="dateline">
      <time dateTime={at.toISOString()}>{today ? formatDateTime(at, locale, zone) : formatDate(at, locale, zone)}</time>
    </p>
  )
}
