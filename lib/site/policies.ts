import { encodePath } from '@/lib/articles/paths'
import type { Policies } from './settings'
import type { TranslatedPage } from './translated-pages'

export type PolicyName = keyof Policies
/** A page that says how the publication works, and what of it. */
export type PolicyPage = { name: PolicyName; path: string; headline: string; locale: string }

/** Those of the chosen pages that readers find, in the order of `POLICIES`. One page may be several policies. */
export function publicPolicies(policies: Policies, pages: readonly Omit<PolicyPage, 'name'>[]): PolicyPage[] {
  const byPath = new Map(pages.map((page) => [page.path, page]))
  return POLICIES.flatMap((name) => {
    const page = byPath.get(policies[name] ?? '')
    return page ? [{ name, path: page.path, headline: page.headline, locale: page.locale }] : []
  })
}

/** As the footer lists them: what readers ask for first. */
export const POLICIES = [
  ...(['principles', 'ethics', 'corrections', 'verification', 'unnamedSources', 'diversity', 'mission'] as const),
  ...(['ownership', 'funding', 'masthead', 'feedback', 'contact'] as const),
] as const satisfies readonly PolicyName[]

/**
 * As pages in this language link to them: to those that were chosen for it, else to what the site's are in it, and where there is
 * neither to the site's.
 */
export function policiesFor(
  own: readonly PolicyPage[],
  others: ReadonlyMap<string, readonly PolicyPage[]>,
  translated: ReadonlyMap<string, TranslatedPage>,
  locale: string,
): readonly PolicyPage[] {
  const theirs = others.get(locale) ?? others.get(locale.split('-', 1)[0] ?? '') ?? []
  const said = own.flatMap(({ name, path }) => {
    const page = translated.get(path)
    return page ? [{ name, path: page.path, headline: page.headline, locale: page.locale }] : []
  })
  if (!theirs.length && !said.length) return own
  const byName = new Map([...own, ...said, ...theirs].map((page) => [page.name, page]))
  return POLICIES.flatMap((name) => byName.get(name) ?? [])
}

type Link = { title: string; path: string; locale: string }

/** What the footer lists beside the addresses that it leads to already: each page once, under its headline. */
export function policyLinks(pages: readonly Omit<PolicyPage, 'name'>[], linked: readonly string[]): Link[] {
  const known = new Set(linked)
  return pages.flatMap(({ path, headline, locale }) => {
    const href = encodePath(path)
    if (known.has(href)) return []
    known.add(href)
    return [{ title: headline, path, locale }]
  })
}
