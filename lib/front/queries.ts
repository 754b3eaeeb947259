import { ALL, categoryKey, languageKey } from '@/lib/archives/keys'
import { listNewestIds } from '@/lib/archives/queries'
import { listCards } from '@/lib/articles/card-queries'
import type { ArticleCard } from '@/lib/articles/view'
import { profileTag } from '@/lib/authors/shown-tags'
import { type LoggedCorrection, listCorrections } from '@/lib/corrections/queries'
import { listMostReadIds } from '@/lib/counting/queries'
import type { Database } from '@/lib/db'
import { dependsOn, expiresAt } from '@/lib/page-context'
import type { SiteFacts } from '@/lib/site/facts'
import { sectionsOf } from '@/lib/site/sections'
import { meaningOf } from '@/lib/taxonomy/merged-queries'
import { arrangeFront, type Front } from './arrange'
import { type Arrangement, isStanding, type Placed } from './arrangement'
import { readLiveLayout } from './layout-queries'
import { FRONT_TAG } from './shown-tags'

const PINNED = 3
const CORRECTIONS = 3
/** So many are looked through for some in the site's language. */
const LAST_CORRECTIONS = 12

/** Of what is read most. */
const MOST_READ = 5

export type FrontView = Front & { corrections: LoggedCorrection[]; mostRead: ArticleCard[] }

/** The front as it is now, as editors have arranged it. Seven queries, and two where it shows what is read most. */
export async function getFront(db: Database, facts: SiteFacts, now: Date): Promise<FrontView> {
  dependsOn(FRONT_TAG)
  const { arrangement } = await readLiveLayout(db)
  return drawFront(db, facts, arrangement, now)
}

/**
 * The front by an arrangement: what is chosen and public, what is pinned, the newest of everything, the newest of each
 * section. Six queries, seven where a category was merged since.
 */
export async function drawFront(
  db: Database,
  facts: SiteFacts,
  arrangement: Arrangement,
  now: Date,
): Promise<FrontView> {
  const sections = arrangement.sections.length ? [] : sectionsOf(facts)
  const blocks = await blocksOf(db, facts, arrangement)
  const own = languageKey(facts.site.locale)
  const categoryIds = [...sections.map(({ id }) => id), ...blocks.flatMap(({ section }) => section?.id ?? [])]
  const [newest, pinned, corrections, mostRead] = await Promise.all([
    listNewestIds(db, [ALL, own, ...categoryIds.map(categoryKey)]),
    listPinned(db, now),
    facts.front.corrections ? listCorrections(db, LAST_CORRECTIONS) : [],
    listMostReadIds(db, facts, now),
  ])
  const placed = arrangement.lead ? [arrangement.lead, ...arrangement.pins] : arrangement.pins
  const standing = placed.filter((one) => isStanding(one, now))
  for (const { until } of standing) if (until) expiresAt(new Date(until))
  const chosenIds = standing.map(({ articleId }) => articleId)
  dependsOn(...chosenIds.map((id) => `article:${id}`))
  // A site whose articles are all in another language than its own still has a front.
  const latestIds = newest.get(own) ?? newest.get(ALL) ?? []
  const newestOf = (id: number) => newest.get(categoryKey(id)) ?? []
  const ids = new Set([...chosenIds, ...pinned, ...mostRead, ...latestIds, ...categoryIds.flatMap(newestOf)])
  const cards = new Map((await listCards(db, [...ids], facts, now)).map((card) => [card.id, card]))
  const chosen = (one: Placed | null) =>
    one && chosenIds.includes(one.articleId) ? (cards.get(one.articleId) ?? []) : []
  // A section may hold articles in other languages; its readers find those in their own edition.
  const cardsOf = (list: number[]): ArticleCard[] =>
    list.flatMap((id) => cards.get(id) ?? []).filter(({ locale }) => locale === facts.site.locale || !newest.has(own))
  const front = arrangeFront({
    pinned: cardsOf(pinned),
    latest: cardsOf(latestIds),
    sections: sections.map((section) => ({ section, articles: cardsOf(newestOf(section.id)) })),
    layout: facts.front,
    chosen: {
      lead: [arrangement.lead].flatMap(chosen)[0] ?? null,
      pins: arrangement.pins.flatMap(chosen),
      blocks: arrangement.sections.length
        ? blocks.map(({ section, count }) => ({
            ...{ section, count },
            articles: cardsOf(section ? newestOf(section.id) : latestIds),
          }))
        : null,
    },
  })
  // The strip of opinions shows who says them.
  dependsOn(...(front.opinion?.articles ?? []).flatMap(({ byline }) => byline.authors.map(({ id }) => profileTag(id))))
  const inOwnLanguage = corrections.filter(({ locale }) => locale === facts.site.locale)
  return {
    ...front,
    corrections: inOwnLanguage.slice(0, CORRECTIONS),
    mostRead: cardsOf(mostRead).slice(0, MOST_READ),
  }
}

/** The sections that are there, under what they were merged into; one that is gone falls away. */
async function blocksOf(db: Database, { categories }: SiteFacts, { sections }: Arrangement) {
  const gone = sections.flatMap(({ categoryId }) =>
    categoryId !== null && !categories.get(categoryId) ? categoryId : [],
  )
  const meaning = await meaningOf(db, 'category', gone)
  const seen = new Set<number | null>()
  return sections.flatMap(({ categoryId, count }) => {
    const id = categoryId === null ? null : (meaning.get(categoryId) ?? categoryId)
    const section = id === null ? null : categories.get(id)
    if (section === undefined || seen.has(id)) return []
    seen.add(id)
    return [{ section, count }]
  })
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
