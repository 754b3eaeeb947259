import { MessagePage } from '@/components/site/message-page'
import type { Database } from '@/lib/db'
import { MenuTargets } from '@/lib/menus/menu-targets'
import { Patterns } from '@/lib/redirects/patterns'
import { getSiteFacts, type SiteFacts } from '@/lib/site/facts'
import { type Frame, frameFor } from '@/lib/site/frame'
import { parseSettings } from '@/lib/site/settings'
import { CategoryTree } from '@/lib/taxonomy/category-tree'
import { drawPage } from './draw-page'

export type Message = { title: string; paragraphs: string[] }

/** What is known of a site whose database has not answered yet. */
const noFacts: SiteFacts = {
  ...parseSettings([]),
  categories: new CategoryTree([]),
  authors: new Map(),
  authorsBySlug: new Map(),
  unfinishedPictures: new Set(),
  policyPages: [],
  policyPagesIn: new Map(),
  translatedPages: [],
  redirectPatterns: new Patterns([]),
  menuTargets: new MenuTargets(),
  numbers: { categories: new Map(), authors: new Map() },
}
let lastFacts = noFacts

/**
 * A finished page of the site that says what happened, drawn without Next: for what Next answers with an empty body, and
 * for when it cannot answer. Uses the facts it had last when the database is away. `words` are the reader's own, by
 * field name.
 */
export async function messagePage(
  db: Database,
  siteUrl: string,
  say: (frame: Frame) => Message,
  words: Record<string, string> = {},
  backPath: string | null = null,
): Promise<string> {
  lastFacts = await getSiteFacts(db).catch(() => lastFacts)
  const frame = frameFor(lastFacts, siteUrl, new Date())
  return drawPage(<MessagePage frame={frame} message={say(frame)} words={words} backPath={backPath} />)
}
