import type { ArticleKind, ArticleStatus } from '@/generated/sqlite/enums'
import { monthOfDay } from '@/lib/calendar/days'
import { parseImage, parseMissing } from '@/lib/media/image'
import { isShown } from '@/lib/media/shown'

/** What sitemaps say of an article or page. */
export type Listed = {
  kind: ArticleKind
  status: ArticleStatus
  path: string
  headline: string
  locale: string
  publishedAt: Date | null
  publishedDay: number | null
  revisedAt: Date | null
  leadImage: unknown
  missingImages: unknown
  canonicalUrl: string | null
  noIndex: boolean
}

/** True for what search engines are to know at its own address: public, not left out, and not at home elsewhere. */
export const isListed = ({ status, canonicalUrl, noIndex }: Pick<Listed, 'status' | 'canonicalUrl' | 'noIndex'>) =>
  status === 'PUBLISHED' && canonicalUrl === null && !noIndex

/** Where it is listed: a month, or with the standing pages. */
export type Place = number | 'pages'

export const sitemapTag = (place: Place): string => `sitemap:${place}`

/** Places whose list says something else after a change. */
export function changedPlaces(before: Listed | null, after: Listed): Place[] {
  const [was, is] = [before && entryOf(before), entryOf(after)]
  if (JSON.stringify(was) === JSON.stringify(is)) return []
  return [...new Set([was, is].flatMap((entry) => (entry ? [entry.place] : [])))]
}

/** Null for what is not listed. */
function entryOf(article: Listed) {
  const { kind, path, headline, locale, publishedDay } = article
  if (!isListed(article) || publishedDay === null) return null
  const place: Place = kind === 'PAGE' ? 'pages' : monthOfDay(publishedDay)
  return { place, path, headline, locale, publishedDay, changedAt: changedAt(article), image: shownImage(article) }
}

/** When readers last got another text: the later of publication and revision. */
export function changedAt({ publishedAt, revisedAt }: Pick<Listed, 'publishedAt' | 'revisedAt'>): Date | null {
  return publishedAt && revisedAt && revisedAt > publishedAt ? revisedAt : publishedAt
}

/** Path of the picture above the text; null where there is none to be shown. */
export function shownImage({ leadImage, missingImages }: Pick<Listed, 'leadImage' | 'missingImages'>): string | null {
  const image = parseImage(leadImage)
  return image && isShown(image.src, parseMissing(missingImages)) ? image.src : null
}
