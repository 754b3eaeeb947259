import type { Tx } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { AUTHORS_TAG } from '@/lib/site/facts'
import { AUTHOR_NAMES } from './shown-tags'

export type NewAuthor = {
  /** Free, as the caller has made sure. */
  slug: string
  name: string
  /** Plain text. */
  bio: string
  source: { site: string; name: string } | null
}

/** Adds authors without a login, and answers their ids in order. */
export async function addAuthors(tx: Tx, authors: NewAuthor[]): Promise<number[]> {
  const rows = await tx.author.createManyAndReturn({
    data: authors.map(({ slug, name, bio, source }) => ({
      slug,
      name,
      bio,
      sourceSite: source?.site ?? null,
      sourceName: source?.name ?? null,
    })),
    select: { id: true, slug: true },
  })
  changed(tx, AUTHORS_TAG, AUTHOR_NAMES)
  const ids = new Map(rows.map(({ id, slug }) => [slug, id]))
  return authors.map(({ slug }) => ids.get(slug) ?? fail(slug))
}

function fail(slug: string): never {
  throw new Error(`the database did not answer the id of the author ${slug}`)
}
