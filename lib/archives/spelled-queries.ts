import { allPath, authorPath, categoryPath, tagPath } from '@/lib/articles/paths'
import type { Database } from '@/lib/db'
import { authorBySlug, type SiteFacts } from '@/lib/site/facts'
import { getTag } from '@/lib/taxonomy/queries'
import { partPagedAddress } from './page-address'

/**
 * Where the archive lives that an address means whose first part is in other letters ("/TAG/Ferries/page/2"), encoded; null
 * for an address of another kind, and where there is no such archive. One query at most.
 */
export async function findSpelledArchive(
  { db, facts }: { db: Database; facts: SiteFacts },
  [first = '', ...rest]: string[],
): Promise<string | null> {
  const kind = first.toLowerCase()
  const address = kind === first ? null : partPagedAddress(rest)
  if (!address) return null
  const { base, page } = address
  const [slug, ...more] = base
  if (kind === 'all') return slug === undefined ? allPath(page) : null
  if (slug === undefined) return null
  if (kind === 'category') {
    const category = facts.categories.find(base.join('/'))
    return category ? categoryPath(category.path, page) : null
  }
  if (more.length) return null
  if (kind === 'tag') {
    const tag = await getTag(db, slug)
    return tag && tagPath(tag.slug, page)
  }
  const author = kind === 'author' ? authorBySlug(facts, slug) : undefined
  return author ? authorPath(author.slug, page) : null
}
