/**
 * A day of the calendar as a number, 20261122: it sorts, groups by month, and is stored with every article, because a
 * newspaper's day is its own zone's and must not move when the zone's rules do.
 */
export type Day = number

const formats = new Map<string, Intl.DateTimeFormat>()

function partsFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, format)
  return format
}

function localParts(at: Date, zone: string) {
  const parts: Record<string, number> = {}
  for (const { type, value } of partsFormat(zone).formatToParts(at)) parts[type] = Number(value)
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts
  return { year, month, day, hour, minute, second }
}

/** The day that `at` falls on in `zone` (an IANA name; throws RangeError for any other). */
export function dayIn(zone: string, at: Date): Day {
  const { year, month, day } = localParts(at, zone)
  return year * 10_000 + month * 100 + day
}

export const monthOfDay = (day: Day): number => Math.floor(day / 100)
export const yearOf = (day: Day): number => Math.floor(day / 10_000)

/** Milliseconds that `zone` is ahead of UTC at `at`; negative west of Greenwich. */
export function zoneOffset(zone: string, at: Date): number {
  const { year, month, day, hour, minute, second } = localParts(at, zone)
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000
}

/**
 * The moment at which clocks in `zone` show the given local time. Of a time that comes twice the first, of one that is
 * left out, as long after the change.
 */
export function instantOf(
  zone: string,
  year: number,
  month: number,
  day: number,
  hour = 0,
  minute = 0,
  second = 0,
): Date {
  const asIfUtc = Date.UTC(year, month - 1, day, hour, minute, second)
  const guesses = [-86_400_000, 86_400_000].map((away) => asIfUtc - zoneOffset(zone, new Date(asIfUtc + away)))
  const shows = (guess: number) => guess + zoneOffset(zone, new Date(guess)) === asIfUtc
  const right = guesses.filter(shows)
  return new Date(right.length ? Math.min(...right) : Math.max(...guesses))
}

/** When a day begins in `zone`. */
export const startOf = (zone: string, day: Day): Date => instantOf(zone, yearOf(day), monthOfDay(day) % 100, day % 100)

/** The next midnight in `zone` after `at`: when "today" on a page stops being true. */
export function nextMidnight(zone: string, at: Date): Date {
  const { year, month, day } = localParts(at, zone)
  const tomorrow = new Date(Date.UTC(year, month - 1, day + 1))
  return instantOf(zone, tomorrow.getUTCFullYear(), tomorrow.getUTCMonth() + 1, tomorrow.getUTCDate())
}

/** True for days that exist: 20240229 does, 20230229 does not. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1 && year <= 9999 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/** Noon UTC of a day: for formatting a day that has no time, with UTC as the zone. */
export function noonOf(day: Day): Date {
  return new Date(Date.UTC(yearOf(day), (monthOfDay(day) % 100) - 1, day % 100, 12))
}
