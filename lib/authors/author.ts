import { z } from 'zod'
import { type Image, parseImage } from '@/lib/media/image'

/** An author as readers see it. */
export type Author = {
  id: number
  slug: string
  name: string
  /** Plain text; empty lines part paragraphs. */
  bio: string
  /** Language of the bio; null: the site's. */
  locale: string | null
  portrait: Image | null
  links: { label: string; url: string }[]
}

export const linksSchema = z.array(z.object({ label: z.string(), url: z.string() }))

/** From a row of the database; throws where its JSON is not what was written. */
export function authorFromRow(row: Omit<Author, 'portrait' | 'links'> & { portrait: unknown; links: unknown }): Author {
  return { ...row, portrait: parseImage(row.portrait), links: linksSchema.parse(row.links) }
}
