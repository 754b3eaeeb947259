import { ALL, categoryKey, languageKey } from '@/lib/archives/keys'
import { listNewestIds } from '@/lib/archives/queries'
import { listCards } from '@/lib/articles/card-queries'
import type { ArticleCard } from '@/lib/articles/view'
import { type LoggedCorrection, listCorrections } from '@/lib/corrections/queries'
import { listMostReadIds } from '@/lib/counting/queries'
import type { Database } from '@/lib/db'
import { dependsOn, expiresAt } from '@/lib/page-context'
import type { SiteFacts } from '@/lib/site/facts'
import { sectionsOf } from '@/lib/site/sections'
import { arrangeFront, type Front } from './arrange'

const PINNED = 3
const CORRECTIONS = 3
/** So many are looked through for some in the site's language. */
const LAST_CORRECTIONS = 12

/** Of what is read most. */
const MOST_READ = 5

export type FrontView = Front & { corrections: LoggedCorrection[]; mostRead: ArticleCard[] }

/**
 * The front as it is now: what is pinned, the newest of everything, the newest of each section. Six queries, and two where it
 * shows what is read most.
 */
export async function getFront(db: Database, facts: SiteFacts, now: Date): Promise<FrontView> {
  const sections = sectionsOf(facts)
  const own = languageKey(facts.site.locale)
  const keys = [ALL, own, ...sections.map(({ id }) => categoryKey(id))]
  const [newest, pinned, corrections, mostRead] = await Promise.all([
    listNewestIds(db, keys),
    listPinned(db, now),
    listCorrections(db, LAST_CORRECTIONS),
    listMostReadIds(db, facts, now),
  ])
  // A site whose articles are all in another language than its own still has a front.
  const latestIds = newest.get(own) ?? newest.get(ALL) ?? []
  const ids = new Set([
    ...pinned,
    ...mostRead,
    ...latestIds,
    ...sections.flatMap(({ id }) => newest.get(categoryKey(id)) ?? []),
  ])
  const cards = new Map((await listCards(db, [...ids], facts, now)).map((card) => [card.id, card]))
  // A section may hold articles in other languages; its readers find those in their own edition.
  const cardsOf = (list: number[]): ArticleCard[] =>
    list.flatMap((id) => cards.get(id) ?? []).filter(({ locale }) => locale === facts.site.locale || !newest.has(own))
  const front = arrangeFront({
    pinned: cardsOf(pinned),
    latest: cardsOf(latestIds),
    sections: sections.map((section) => ({ section, articles: cardsOf(newest.get(categoryKey(section.id)) ?? []) })),
  })
  const inOwnLanguage = corrections.filter(({ locale }) => locale === facts.site.locale)
  return {
    ...front,
    corrections: inOwnLanguage.slice(0, CORRECTIONS),
    mostRead: cardsOf(mostRead).slice(0, MOST_READ),
  }
}

/** Ids of what is pinned now, the latest pinned first; the front changes when the first of them expires. */
async function listPinned(db: Database, now: Date): Promise<number[]> {
  dependsOn('pinned')
  const rows = await db.article.findMany({
    where: { pinnedUntil: { gt: now } },
    orderBy: { pinnedUntil: 'desc' },
    select: { id: true, pinnedUntil: true, status: true },
  })
  const pinned = rows.filter(({ status }) => status === 'PUBLISHED').slice(0, PINNED)
  for (const { pinnedUntil } of pinned) if (pinnedUntil) expiresAt(pinnedUntil)
  return pinned.map(({ id }) => id)
}
