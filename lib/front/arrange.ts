import type { ArticleCard } from '@/lib/articles/view'
import type { Category } from '@/lib/taxonomy/category-tree'

export type SectionBlock = { section: Category; articles: ArticleCard[] }
/** A block with a picture and a list: of a category, or, where there is none, of the newest of everything. */
export type LargeBlock = { section: Category | null; articles: ArticleCard[] }
export type Front = {
  lead: ArticleCard | null
  /** Beside each other below the lead. */
  seconds: ArticleCard[]
  latest: ArticleCard[]
  /** Pieces of opinion, which have a strip of their own. */
  opinion: SectionBlock | null
  /** Sections with a picture and a list. */
  large: LargeBlock[]
  /** Sections with two headlines. */
  small: SectionBlock[]
}

const SECONDS = 3
const OPINION = 4
const LARGE = 5
/** Small blocks stand in one row of so many. */
const SMALL_BLOCKS = 4
const SMALL = 2
/** So many sections get a picture: enough that the small ones fill their row and no more. */
const largeBlocks = (sections: number) =>
  sections <= 3 ? sections : Math.min(Math.max(sections - SMALL_BLOCKS, 2), SMALL_BLOCKS)

/** What editors have chosen, as cards of what is public; what they have left open is null. */
export type Chosen = {
  lead: ArticleCard | null
  pins: ArticleCard[]
  blocks: (LargeBlock & { count: number })[] | null
}
/** How much of it there is (lib/site/settings.ts). */
export type Layout = { latest: number; opinions: boolean }
const USUAL: Layout = { latest: 10, opinions: true }

const NOTHING_CHOSEN: Chosen = { lead: null, pins: [], blocks: null }

/**
 * Arranges a front from what editors have chosen, and else from what is newest: the lead is the newest piece of news with a
 * picture; what is pinned stands first of those beside it, until its time is over; nothing stands twice but in the latest
 * list. The liveliest sections, by how new their newest is, come first.
 */
export function arrangeFront({
  pinned,
  latest,
  sections,
  chosen = NOTHING_CHOSEN,
  layout = USUAL,
}: {
  pinned: ArticleCard[]
  latest: ArticleCard[]
  sections: SectionBlock[]
  chosen?: Chosen
  layout?: Layout
}): Front {
  const news = latest.filter(({ label }) => label !== 'OPINION' && label !== 'SPONSORED')
  // What somebody has put below the lead stays there, however new it is.
  const placed = new Set(chosen.pins.map(({ id }) => id))
  const free = news.filter(({ id }) => !placed.has(id))
  const lead = chosen.lead ?? free.find(canLead) ?? free[0] ?? latest[0] ?? pinned[0] ?? null
  const shown = new Set(lead ? [lead.id] : [])
  const take = (articles: ArticleCard[], count: number): ArticleCard[] => {
    const taken = articles.filter(({ id }) => !shown.has(id)).slice(0, count)
    for (const { id } of taken) shown.add(id)
    return taken
  }
  const pictured = news.filter(({ image }) => image)
  const seconds = take([...chosen.pins, ...pinned, ...pictured, ...news], Math.max(SECONDS, chosen.pins.length))
  if (chosen.blocks) {
    const large = chosen.blocks.map(({ section, articles, count }) => ({
      section,
      articles: take(pictureFirst(articles, shown), count),
    }))
    const shownLarge = large.filter(({ articles }) => articles.length)
    return { lead, seconds, latest: latest.slice(0, layout.latest), opinion: null, large: shownLarge, small: [] }
  }
  const opinionated = layout.opinions ? sections.find(isOpinion) : undefined
  const opinion = opinionated && { section: opinionated.section, articles: take(opinionated.articles, OPINION) }
  const blocks = sections
    .filter((block) => block !== opinionated && block.articles.length > 0)
    .toSorted((a, b) => newestOf(b) - newestOf(a))
  const border = largeBlocks(blocks.length)
  const large = blocks
    .slice(0, border)
    .map(({ section, articles }) => ({ section, articles: take(pictureFirst(articles, shown), LARGE) }))
  const small = blocks
    .slice(border, border + SMALL_BLOCKS)
    .map(({ section, articles }) => ({ section, articles: take(articles, SMALL) }))
  return {
    lead,
    seconds,
    latest: latest.slice(0, layout.latest),
    opinion: opinion?.articles.length ? opinion : null,
    large: large.filter(({ articles }) => articles.length),
    small: small.filter(({ articles }) => articles.length),
  }
}

const canLead = ({ image }: ArticleCard) => image !== null
const newestOf = ({ articles }: SectionBlock) => articles[0]?.publishedAt.getTime() ?? 0
/** Most of what a section says is opinion. */
const isOpinion = ({ articles }: SectionBlock) =>
  articles.length > 0 && articles.filter(({ label }) => label === 'OPINION').length * 2 > articles.length

/** The newest with a picture to the front of the block, if there is one left. */
function pictureFirst(articles: ArticleCard[], shown: ReadonlySet<number>): ArticleCard[] {
  const pictured = articles.find(({ id, image }) => image !== null && !shown.has(id))
  return pictured ? [pictured, ...articles.filter(({ id }) => id !== pictured.id)] : articles
}
