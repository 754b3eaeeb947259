import { type ArticleLine, listArticles, listLines } from '@/lib/articles/admin-queries'
import { readArticleList } from '@/lib/articles/list-view'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import type { SiteFacts } from '@/lib/site/facts'
import { inTreeOrder } from '@/lib/taxonomy/arrange'
import { type Arrangement, AUTOMATIC, arrangementSchema } from './arrangement'
import { drawFront, type FrontView } from './queries'

/** An arrangement that was live, and when somebody put it there. */
export type LayoutLine = {
  id: number
  actorName: string
  liveAt: Date
  lead: string | null
  pins: number
  sections: number
}

export type FrontDesk = {
  /** What is being made, or where nothing is what is live. */
  arrangement: Arrangement
  version: number
  /** Null: there is nothing that is not live. */
  draft: { savedByName: string; savedAt: Date } | null
  /** Null: nobody has arranged it yet. */
  live: LayoutLine | null
  /** The ones before it, newest first. */
  before: LayoutLine[]
  /** Every article of the arrangement that is there. */
  articles: ReadonlyMap<number, ArticleLine>
  /** To choose from. */
  found: ArticleLine[]
  categories: { id: number; name: string; depth: number }[]
}

const BEFORE = 5
const FOUND = 10

async function readDraft(db: Database) {
  const row = await db.frontDraft.findFirst()
  return row && { ...row, content: arrangementSchema.parse(row.content) }
}

async function readLayouts(db: Database) {
  const rows = await db.frontLayout.findMany({ orderBy: { id: 'desc' }, take: BEFORE + 1 })
  return rows.map((row) => ({ ...row, content: arrangementSchema.parse(row.content) }))
}

/** All there is to arrange the front with; `words`: of the articles to choose from. Seven queries. */
export async function getFrontDesk(
  db: Database,
  viewer: Viewer,
  facts: SiteFacts,
  words: string,
): Promise<FrontDesk | null> {
  if (!may(viewer, 'front.edit')) return null
  const list = readArticleList(words ? { words } : { view: 'published' })
  const [draft, layouts, { articles: found }] = await Promise.all([
    readDraft(db),
    readLayouts(db),
    listArticles(db, viewer, list),
  ])
  const arrangement = draft?.isOpen ? draft.content : (layouts[0]?.content ?? AUTOMATIC)
  const named = [arrangement, ...layouts.map(({ content }) => content)]
  const ids = new Set([
    ...named.flatMap(({ lead }) => lead?.articleId ?? []),
    ...arrangement.pins.map(({ articleId }) => articleId),
  ])
  const articles = new Map((await listLines(db, [...ids])).map((line) => [line.id, line]))
  const [live = null, ...before] = layouts.map(({ id, actorName, liveAt, content }) => ({
    ...{ id, actorName, liveAt, pins: content.pins.length, sections: content.sections.length },
    lead: (content.lead && articles.get(content.lead.articleId)?.headline) ?? null,
  }))
  return {
    arrangement,
    version: draft?.version ?? 0,
    draft: draft?.isOpen ? draft : null,
    live,
    before,
    articles,
    found: found.slice(0, FOUND),
    categories: inTreeOrder(facts.categories).flatMap(({ id, depth }) => {
      const category = facts.categories.get(id)
      return category ? [{ id, name: category.name, depth }] : []
    }),
  }
}

/** The front as readers would see it if what is being made were live now; `isLive`: there is nothing else being made. */
export async function previewFront(
  db: Database,
  viewer: Viewer,
  facts: SiteFacts,
  now: Date,
): Promise<{ front: FrontView; isLive: boolean } | null> {
  if (!may(viewer, 'front.edit')) return null
  const draft = await readDraft(db)
  const arrangement = draft?.isOpen ? draft.content : ((await readLayouts(db))[0]?.content ?? AUTOMATIC)
  return { front: await drawFront(db, facts, arrangement, now), isLive: !draft?.isOpen }
}
