import { dependsOn } from '@/lib/page-context'
import type { SiteFacts } from '@/lib/site/facts'
import type { Author } from './author'
import { type AuthorIndex, authorIndex, authorsNamed } from './find'
import { AUTHOR_NAMES } from './shown-tags'

type Facts = Pick<SiteFacts, 'authors' | 'site'>

/** Made once for each reading of the site's facts: 5,000 names take a tenth of a second. */
const made = new WeakMap<SiteFacts['authors'], AuthorIndex>()

export function indexOf({ authors, site }: Facts): AuthorIndex {
  const known = made.get(authors)
  if (known) return known
  const index = authorIndex(authors.values(), site.locale)
  made.set(authors, index)
  return index
}

const SHOWN = 4

/** The authors whom a reader's words name, in whatever spelling; nobody where too many have that name. No query. */
export function findAuthors(facts: Facts, typed: string): Author[] {
  dependsOn(AUTHOR_NAMES)
  const found = authorsNamed(indexOf(facts), typed)
  return found.length > SHOWN ? [] : found
}
