import { z } from 'zod'
import { type Image, parseImage } from '@/lib/media/image'

/** An author as readers see it. */
export type Author = {
  id: number
  slug: string
  name: string
  /** Plain text with links in it (bio.ts); empty lines part paragraphs. */
  bio: string
  /** What they write about, in a few words; empty: not said. */
  beat: string
  /** Other spellings of the name: found by them too. */
  spellings: string[]
  /** Language of the bio; null: the site's. */
  locale: string | null
  portrait: Image | null
  links: { label: string; url: string }[]
}

/** What its form says of a profile. */
export const PROFILE_FIELDS = ['name', 'slug', 'bio', 'beat', 'locale', 'links', 'spellings', 'portrait'] as const

export const linksSchema = z.array(z.object({ label: z.string(), url: z.string() }))
const spellingsSchema = z.array(z.string())

type AuthorRow = Omit<Author, 'portrait' | 'links' | 'spellings'> & {
  portrait: unknown
  links: unknown
  spellings: unknown
}

/** From a row of the database; throws where its JSON is not what was written. */
export function authorFromRow(row: AuthorRow): Author {
  return {
    ...row,
    portrait: parseImage(row.portrait),
    links: linksSchema.parse(row.links),
    spellings: readSpellings(row.spellings),
  }
}

/** Null: none. */
export const readSpellings = (stored: unknown): string[] => spellingsSchema.parse(stored ?? [])
