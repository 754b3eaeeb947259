import { languageKey } from '@/lib/archives/keys'
import type { Database } from '@/lib/db'
import type { SiteFacts } from './facts'
import { editionsOf } from './sections'

/** The languages that the site publishes in beside its own: of its editions, of what is published, and of what it says of itself. */
export async function listOtherLanguages(db: Database, facts: SiteFacts): Promise<string[]> {
  const start = languageKey('')
  const archives = await db.archive.findMany({
    // Between two keys: the beginning of one is looked for in all of them.
    where: { key: { gte: start, lt: languageKey('zzzz') }, articles: { gt: 0 } },
    select: { key: true },
  })
  const languages = new Set([
    ...Object.keys(facts.site.said),
    ...Object.keys(facts.policiesIn),
    ...editionsOf(facts).map(({ locale }) => locale),
    ...archives.map(({ key }) => key.slice(start.length)),
  ])
  languages.delete(facts.site.locale)
  return [...languages].sort()
}
