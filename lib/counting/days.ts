import { type Day, dayIn } from '@/lib/calendar/days'
import { addDays } from '@/lib/calendar/grid'
import { localIn } from '@/lib/calendar/local-time'

const MINUTE_MS = 60_000

/** So many days earlier in the calendar. */
export const daysBefore = (day: Day, count: number): Day => addDays(day, -count)

/** The last `count` days, the first of them first. */
export const lastDays = (today: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, i) => daysBefore(today, count - 1 - i))

/** Under what a moment is counted: day and hour as the clocks of the site show them, and a minute that goes on and on. */
export type Moment = { day: Day; hour: number; minute: number }

export function momentOf(zone: string, at: Date): Moment {
  const hour = Number(localIn(zone, at).slice(11, 13))
  return { day: dayIn(zone, at), hour, minute: minuteOf(at) }
}

export const minuteOf = (at: Date): number => Math.floor(at.getTime() / MINUTE_MS)
