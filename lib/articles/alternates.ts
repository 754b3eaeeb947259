import { z } from 'zod'
import { encodePath } from './paths'
import type { Alternate, ArticleView } from './view'

const alternatesSchema = z.array(z.object({ locale: z.string(), path: z.string(), original: z.boolean() }))

export const parseAlternates = (value: unknown): Alternate[] => (value === null ? [] : alternatesSchema.parse(value))

export type Member = {
  id: number
  status: string
  locale: string
  path: string
  translationOfId: number | null
  canonicalUrl: string | null
  noIndex: boolean
}

/**
 * Of an original and its translations those that search engines may name beside each other: public, at home here, and one in
 * each language, the original before its translations and the older before the newer. None where there is only one.
 */
export function alternatesOf(members: readonly Member[]): (Alternate & { id: number })[] {
  const shown = members
    .filter(({ status, canonicalUrl, noIndex }) => status === 'PUBLISHED' && canonicalUrl === null && !noIndex)
    .map(({ id, locale, path, translationOfId }) => ({ id, locale, path, original: translationOfId === null }))
    .sort((a, b) => Number(b.original) - Number(a.original) || a.id - b.id)
  const first = new Map<string, (typeof shown)[number]>()
  for (const member of shown) if (!first.has(member.locale)) first.set(member.locale, member)
  return first.size > 1 ? [...first.values()] : []
}

/** Of them those that name something else than they are to, and what that is. */
export function staleAlternates(members: readonly (Member & { alternates: unknown })[]): {
  id: number
  alternates: Alternate[]
}[] {
  const named = alternatesOf(members)
  const all = named.map(({ locale, path, original }): Alternate => ({ locale, path, original }))
  return members.flatMap(({ id, alternates }) => {
    const own = named.some((member) => member.id === id) ? all : []
    return sayingOf(parseAlternates(alternates)) === sayingOf(own) ? [] : [{ id, alternates: own }]
  })
}

/** Databases give the keys of an object back in an order of their own. */
const sayingOf = (alternates: Alternate[]): string =>
  alternates.map(({ locale, path, original }) => `${locale} ${path} ${original}`).join('\n')

/** What a page says of itself in other languages; whoever reads none of them is sent to the original, or else the oldest. */
export function languageLinks(
  { alternates }: Pick<ArticleView, 'alternates'>,
  siteUrl: string,
): { language: string; href: string }[] {
  const [first] = alternates
  if (!first) return []
  const links = alternates.map(({ locale, path }) => ({ language: locale, href: siteUrl + encodePath(path) }))
  return [...links, { language: 'x-default', href: siteUrl + encodePath(first.path) }]
}
