/** What of a page is counted when somebody reads it: said by the page, once for all its readers. */
export type View = {
  articleId?: number
  authorIds?: readonly number[]
  /** The categories that the article stands in, from the root. */
  categoryIds?: readonly number[]
  /** Of a page of results: the words as they are counted (lib/counting/searched.ts), and whether anything was found. */
  searched?: { words: string; found: boolean }
}

/** A page that says nothing of itself. */
export const SOME_PAGE: View = {}

/** The number under which all pages together are counted. */
export const ALL_PAGES = 0

/** What is counted by day beside views of articles. `subject` is a number, a name or words, never a reader. */
export const FIGURE_KINDS = [
  /** Of whoever asked: reader, search bot, AI bot, other bot. */
  'agent',
  'bot',
  'device',
  /** How readers came: search, social, internal, direct, other. */
  'source',
  'host',
  'author',
  'category',
  'search',
  'searchless',
] as const
export type FigureKind = (typeof FIGURE_KINDS)[number]

/** What was counted in a moment, ready to be added to what is stored. */
export type Tally = {
  articles: Map<number, number>
  figures: Map<FigureKind, Map<string, number>>
}

export const emptyTally = (): Tally => ({ articles: new Map(), figures: new Map() })

export function addFigure(tally: Tally, kind: FigureKind, subject: string | number, views: number): void {
  const subjects = tally.figures.get(kind) ?? new Map<string, number>()
  tally.figures.set(kind, subjects)
  const name = String(subject)
  subjects.set(name, (subjects.get(name) ?? 0) + views)
}

/** Adds so many readings of a page. */
export function addView(tally: Tally, view: View, views: number): void {
  const { articleId, authorIds = [], categoryIds = [], searched } = view
  for (const id of articleId === undefined ? [ALL_PAGES] : [ALL_PAGES, articleId]) {
    tally.articles.set(id, (tally.articles.get(id) ?? 0) + views)
  }
  for (const id of authorIds) addFigure(tally, 'author', id, views)
  for (const id of categoryIds) addFigure(tally, 'category', id, views)
  if (searched) addFigure(tally, searched.found ? 'search' : 'searchless', searched.words, views)
}
