import { articlePath, decodePath, type PathPattern } from '@/lib/articles/paths'
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

const LONGEST_PATH = 300
/** What would part an address, hide in it, or lead out of it. */
const NO_PART_OF_ONE = /[\s\p{Cc}\p{Cf}?#%\\<>"]|^\.{1,2}$/u

/** An address that somebody typed or pasted, as it is stored; null for what is none of this site. */
export function typedPath(text: string): string | null {
  const segments = decodePath(text.trim().normalize('NFC')).split('/').filter(Boolean)
  const last = segments.at(-1)
  const isWrong = segments.some((segment) => NO_PART_OF_ONE.test(segment) || /^https?:$/i.test(segment))
  if (last === undefined || isWrong) return null
  // Old archives end in ".html", and those without a slash.
  const path = `/${segments.join('/')}${/\.[a-z\d]{1,5}$/i.test(last) ? '' : '/'}`
  return path.length > LONGEST_PATH ? null : path
}
