import { type Day, instantOf, isDay } from '@/lib/calendar/days'
import { field, type WxrFields } from './wxr-record'

/** A time as clocks at the site showed it. */
export type LocalTime = [year: number, month: number, day: number, hour: number, minute: number, second: number]

/** Of "2014-11-02 12:00:00"; null for "0000-00-00 00:00:00" and whatever is no moment. */
export function parseLocalTime(text: string): LocalTime | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/.exec(text.trim())
  if (!match) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0))
  const exists = isDay(year, month, day) && hour < 24 && minute < 60 && second < 60
  return exists ? [year, month, day, hour, minute, second] : null
}

export function utcOf([year, month, day, hour, minute, second]: LocalTime): Date {
  // Date.UTC takes the years 0 to 99 for 1900 to 1999.
  const date = new Date(Date.UTC(2000, month - 1, day, hour, minute, second))
  date.setUTCFullYear(year, month - 1, day)
  return date
}

export const dayOf = ([year, month, day]: LocalTime): Day => year * 10_000 + month * 100 + day

export type PostDates = {
  publishedAt: Date
  /** The day that stood in the address and the archives of the site. */
  day: Day
  modifiedAt: Date | null
  /** True where the export has no date at all. */
  guessed: boolean
}

/**
 * When a post was published, or written where it was not. UTC as the export has it; of a draft it has only the local
 * time, which `zone` tells the moment of. Posts without any date are as old as `fallback`.
 */
export function postDates(fields: WxrFields, zone: string, fallback: Date): PostDates {
  const local = parseLocalTime(field(fields, 'post_date'))
  const utc = parseLocalTime(field(fields, 'post_date_gmt'))
  const modified = momentOf(fields, 'post_modified', zone)
  const feedDate = dateOfFeed(field(fields, 'pubDate'))
  const publishedAt = utc ? utcOf(utc) : local ? inZone(local, zone) : (feedDate ?? modified)
  if (publishedAt)
    return { publishedAt, day: dayOf(local ?? localParts(publishedAt)), modifiedAt: modified, guessed: false }
  return { publishedAt: fallback, day: dayOf(localParts(fallback)), modifiedAt: null, guessed: true }
}

/** `name` + "_gmt" as it is, else `name` as clocks in `zone` show it. */
export function momentOf(fields: WxrFields, name: string, zone: string): Date | null {
  const utc = parseLocalTime(field(fields, `${name}_gmt`))
  if (utc) return utcOf(utc)
  const local = parseLocalTime(field(fields, name))
  return local && inZone(local, zone)
}

/** "Sat, 02 Nov 2024 12:00:00 +0000"; null for "Mon, 30 Nov -0001 …", which WordPress writes of drafts. */
export function dateOfFeed(text: string): Date | null {
  if (!/^(?:\w{3}, )?\d{1,2} \w{3} \d{4} [\d:]+ (?:[+-]\d{4}|GMT)$/.test(text)) return null
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? null : date
}

const inZone = (local: LocalTime, zone: string): Date => instantOf(zone, ...local)

function localParts(date: Date): LocalTime {
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), 0, 0, 0]
}
