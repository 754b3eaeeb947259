import { nextMidnight } from '@/lib/calendar/days'
import { getBadge } from '@/lib/counting/queries'
import { type Database, database } from '@/lib/db'
import { env } from '@/lib/env'
import { dependsOn, expiresAt } from '@/lib/page-context'
import { SECTIONS_TAG } from '@/lib/taxonomy/shown-tags'
import { getSiteFacts, type SiteFacts } from './facts'
import { type Frame, frameFor } from './frame'

export type PageStart = { db: Database; facts: SiteFacts; now: Date; frame: (locale?: string) => Frame }

/** What every page begins with: the database, what is known of the site, and the moment. */
export async function beginPage(): Promise<PageStart> {
  return beginPageOf(await database(), env().siteUrl)
}

export async function beginPageOf(db: Database, siteUrl: string): Promise<PageStart> {
  const facts = await getSiteFacts(db)
  const now = new Date()
  // The masthead and the footer show the top of the tree.
  dependsOn(SECTIONS_TAG)
  // The masthead says which day it is.
  expiresAt(nextMidnight(facts.site.timeZone, now))
  const readings = await getBadge(db, facts, now)
  return { db, facts, now, frame: (locale) => frameFor(facts, siteUrl, now, locale, readings) }
}

export type FileStart = { db: Database; facts: SiteFacts; now: Date; siteUrl: string }

/** What an answer that is no page begins with: a feed, a sitemap, a text for machines. */
export async function beginFile(): Promise<FileStart> {
  const db = await database()
  return { db, facts: await getSiteFacts(db), now: new Date(), siteUrl: env().siteUrl }
}
