import { instantOf, zoneOffset } from './days'

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/

/** The moment at which clocks in `zone` show "2026-11-22T18:00"; null for what is no time. Of an hour that comes twice the first. */
export function momentIn(zone: string, local: string): Date | null {
  const parts = LOCAL.exec(local)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map(Number)
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59) return null
  return instantOf(zone, year, month, day, hour, minute)
}

/** What clocks in `zone` show at that moment, to the minute: "2026-11-22T18:00". */
export function localIn(zone: string, at: Date): string {
  return new Date(at.getTime() + zoneOffset(zone, at)).toISOString().slice(0, 16)
}
