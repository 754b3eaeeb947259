import { monthOfDay } from '@/lib/calendar/days'

/** An archive's key says what it lists. */
export const ALL = 'all'
export const categoryKey = (id: number): string => `category-${id}`
export const tagKey = (id: number): string => `tag-${id}`
export const authorKey = (id: number): string => `author-${id}`
export const languageKey = (locale: string): string => `language-${locale}`

/** What the key of an archive says of it. */
export function readKey(key: string): { kind: string; id: number } {
  const [kind = '', id] = key.split('-')
  return { kind, id: Number(id) }
}

/** Articles on a page of a list, as WordPress has it. */
export const PAGE_SIZE = 10
/** How many of its newest an archive's own row knows: enough for the front's largest block. */
export const NEWEST_KEPT = 12

/**
 * Tags of a page of an archive, or of a year or a month of it: what was published in another month changes nothing on a
 * date archive's page.
 */
export function archiveTags(key: string, days?: { from: number; to: number }): string[] {
  if (!days) return [`archive:${key}`]
  const [first, last] = [monthOfDay(days.from), monthOfDay(days.to)]
  return [`archive:${key} ${first === last ? first : Math.floor(first / 100)}`, countedTag(key)]
}

/** Tags of all pages of an archive on which an article of this day stands, or moves another. */
export function archiveTagsOn(key: string, publishedDay: number): string[] {
  if (key !== ALL) return [...archiveTags(key), kindTag(readKey(key).kind)]
  const month = monthOfDay(publishedDay)
  return [...archiveTags(key), `archive:${key} ${month}`, `archive:${key} ${Math.floor(month / 100)}`]
}

/** Tags of all pages of an archive. */
export const archiveTagsCounted = (key: string): string[] => [
  ...archiveTags(key),
  countedTag(key),
  kindTag(readKey(key).kind),
]

/** Of what lists all archives of one kind ("tag", "author", "category"). */
export const kindTag = (kind: string): string => `archives:${kind}`

const countedTag = (key: string): string => `archive:${key} counted`
