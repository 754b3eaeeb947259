import { type Day, dayIn, noonOf } from './days'

const DAY_MS = 86_400_000

/** So many days later; earlier with a number below zero. */
export const addDays = (day: Day, count: number): Day => dayIn('UTC', new Date(noonOf(day).getTime() + count * DAY_MS))

/** 1 for Monday, 7 for Sunday. */
export const weekdayOf = (day: Day): number => noonOf(day).getUTCDay() || 7

/** The seven days of the week that `day` is in, where weeks begin on `first` (1 for Monday). */
export function weekOf(day: Day, first: number): Day[] {
  const begin = addDays(day, -((weekdayOf(day) - first + 7) % 7))
  return Array.from({ length: 7 }, (_, i) => addDays(begin, i))
}

/** All weeks that the month of `day` has a part in. `dateOf`: which day of its month a day is, in whichever calendar. */
export function weeksOfMonth(day: Day, first: number, dateOf: (day: Day) => number): Day[][] {
  const begin = addDays(day, 1 - dateOf(day))
  // No month is longer than 31 days, and none shorter than four weeks.
  const later = addDays(begin, 32)
  const next = addDays(later, 1 - dateOf(later))
  const weeks: Day[][] = []
  for (let at = weekOf(begin, first)[0] ?? begin; at < next; at = addDays(at, 7)) weeks.push(weekOf(at, first))
  return weeks
}
