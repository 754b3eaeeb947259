import type { Seo } from './view'

// What a page says of an article, whether it was read as published or is previewed.

type Said = { seoTitle: string | null; seoDescription: string | null; canonicalUrl: string | null; noIndex: boolean }

/** What search engines and link cards are told: as it was written for them, else what readers see. */
export function seoOf(said: Said, headline: string, excerpt: string): Seo {
  return {
    title: said.seoTitle?.trim() || headline,
    description: said.seoDescription?.trim() || excerpt,
    canonicalUrl: said.canonicalUrl,
    noIndex: said.noIndex,
  }
}

/** By author's id, what those did who did not write. */
export function rolesOf(bylines: readonly { authorId: number; role: string | null }[]): Record<number, string> {
  return Object.fromEntries(bylines.flatMap(({ authorId, role }) => (role ? [[authorId, role]] : [])))
}

export type ShownTag = { slug: string; name: string }

/** Tags by their names. */
export const inOrder = (tags: readonly ShownTag[]): ShownTag[] => tags.toSorted((a, b) => (a.name < b.name ? -1 : 1))
