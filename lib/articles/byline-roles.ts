import type { Author } from '@/lib/authors/author'
import type { Byline } from './view'

/** What people of a byline did beside the writing, that we have words for in every language. Others are words of their own. */
export const BYLINE_ROLES = [
  'reporting',
  'additional',
  'research',
  'data',
  'photographs',
  'illustration',
  'video',
  'translation',
  'editing',
] as const
export type BylineRole = (typeof BYLINE_ROLES)[number]

export const isBylineRole = (role: string): role is BylineRole => (BYLINE_ROLES as readonly string[]).includes(role)

export type Credit = { role: string | null; authors: Author[] }

/** Who wrote it, then who did what else, each in the order of the byline. */
export function creditsOf({ authors, roles = {} }: Byline): Credit[] {
  const byRole = new Map<string | null, Author[]>([[null, []]])
  for (const author of authors) {
    const role = roles[author.id] ?? null
    byRole.set(role, [...(byRole.get(role) ?? []), author])
  }
  return [...byRole].filter(([, credited]) => credited.length).map(([role, credited]) => ({ role, authors: credited }))
}

/** Whom a list names: who wrote it, or everybody where nobody is said to have. */
export function writersOf(byline: Byline): Author[] {
  const [first] = creditsOf(byline)
  return first?.role === null ? first.authors : byline.authors
}
