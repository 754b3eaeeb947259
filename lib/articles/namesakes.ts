import type { ArticleKind, ArticleStatus } from '@/generated/sqlite/enums'
import { formatDate, formatNumber } from '@/lib/i18n/format'

/** An article, as far as its title may be taken for another's. */
export type Titled = { kind: ArticleKind; status: ArticleStatus; headline: string; publishedDay: number | null }

const KEY_LENGTH = 100

/** What published articles of one headline are found by, as no index takes a headline of any length; empty for all else. */
export const headlineKey = ({ kind, status, headline }: Omit<Titled, 'publishedDay'>): string =>
  kind === 'ARTICLE' && status === 'PUBLISHED' ? [...headline].slice(0, KEY_LENGTH).join('') : ''

/** Of one headline: the days on which it was published, each with the highest number of that day. */
export type Days = Map<number | null, number>

/**
 * What tells an article of this day from others of its headline: 0: there are none. 1: its day does. More: the so-many-th of
 * its day. It stays, whatever becomes of the others.
 */
export function namesakeAmong(days: Days, day: number | null): number {
  if (!days.size) return 0
  const ofDay = days.get(day)
  return ofDay === undefined ? 1 : Math.max(1, ofDay) + 1
}

/** "18 October 2021", "18 October 2021 · 2": what the title of its page says behind the headline. */
export function namesakeNote(namesake: number, publishedAt: Date, locale: string, zone: string): string | undefined {
  if (namesake === 0) return undefined
  const date = formatDate(publishedAt, locale, zone)
  return namesake === 1 ? date : `${date} · ${formatNumber(namesake, locale)}`
}
