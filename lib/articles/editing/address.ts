import { articlePath, type PathPattern } from '@/lib/articles/paths'
import type { Day } from '@/lib/calendar/days'

export type AddressFacts = {
  kind: 'ARTICLE' | 'PAGE'
  /** Where it is now. */
  path: string
  slug: string
  /** Readers have been told of its address. */
  hasBeenPublic: boolean
  /** Of the page above it. */
  parentPath: string | null
}

/**
 * Where an article with this slug is to live. What readers know keeps its folder: only the last part changes, so that an
 * imported article stays in its old archive. `day`: when it became, or is to become, public.
 */
export function pathFor(facts: AddressFacts, slug: string, pattern: PathPattern, day: Day): string {
  if (facts.hasBeenPublic) return slug === facts.slug ? facts.path : withLastSegment(facts.path, slug)
  if (facts.kind === 'ARTICLE') return articlePath(pattern, slug, day)
  return `${(facts.parentPath ?? '/').replace(/\/*$/, '/')}${slug}/`
}

function withLastSegment(path: string, slug: string): string {
  return path.replace(/[^/]*(\/*)$/, (_, slashes: string) => slug + slashes)
}
