import { correctionsPath, encodePath } from '@/lib/articles/paths'
import { type LoggedCorrection, listCorrections } from '@/lib/corrections/queries'
import type { Database } from '@/lib/db'
import { wordsFor } from '@/lib/i18n/words'
import { escapeHtml } from '@/lib/markup/escape'
import type { SiteFacts } from '@/lib/site/facts'
import type { Feed, FeedItem } from './feed'
import { FEED_ITEMS, feedOf } from './queries'

/** What was put right lately. Two queries. */
export async function getCorrectionsFeed(db: Database, facts: SiteFacts, siteUrl: string): Promise<Feed> {
  const { name, locale } = facts.site
  const words = wordsFor(locale)
  const corrections = await listCorrections(db, FEED_ITEMS)
  const items = corrections.map((correction) => itemOf(correction, siteUrl))
  const title = `${words.correctionsTitle} – ${name}`
  const head = { title, description: words.correctionsDek, path: correctionsPath(), language: locale }
  return feedOf(head, siteUrl, items)
}

function itemOf({ kind, text, createdAt, path, headline, locale, guid }: LoggedCorrection, siteUrl: string): FeedItem {
  const url = siteUrl + encodePath(path)
  return {
    title: `${wordsFor(locale).corrections[kind]}: ${headline}`,
    url: `${url}#correction`,
    // Rows are written anew with their article; the time of a correction stays.
    guid: `${guid ?? url}#correction-${createdAt.getTime()}`,
    publishedAt: createdAt,
    changedAt: createdAt,
    creators: [],
    categories: [],
    locale,
    summary: text,
    content: `<p>${escapeHtml(text)}</p>`,
    comments: null,
    image: null,
  }
}
