import { decodeSlug } from './addresses'
import { metaValue } from './kept-meta'
import { plainLine } from './plain-line'
import type { Survey } from './survey'
import { isByline } from './survey-authors'
import { isCategory, isTag } from './survey-terms'
import { isTranslationTerm } from './translated'
import type { WxrItem } from './wxr-record'

/** By category path and tag slug. */
export type FilingIds = { categories: ReadonlyMap<string, number>; tags: ReadonlyMap<string, number> }

/** Where WordPress puts whatever nobody filed, in the languages we know of. */
const UNFILED = new Set(['uncategorized', 'غير-مصنف', 'دسته‌بندی-نشده'])

/** By the slugs that it is filed under: which of them leads. */
function categoriesOf({ terms, meta }: WxrItem, survey: Survey): { slugs: string[]; primary: string | undefined } {
  const slugs = [...new Set(terms.filter(isCategory).map(({ slug }) => decodeSlug(slug)))]
  const chosen = ['_yoast_wpseo_primary_category', 'rank_math_primary_category']
    .map((key) => survey.terms.categorySlug(Number(metaValue(meta, key))))
    .find((slug) => slug !== undefined && slugs.includes(slug))
  return { slugs, primary: chosen ?? slugs.find((slug) => !UNFILED.has(slug)) }
}

/** What placeholders stand for that the post itself does not say. */
export function seoFacts(item: WxrItem, survey: Survey) {
  const { slugs, primary } = categoriesOf(item, survey)
  const nameOf = (slug: string) =>
    plainLine(item.terms.find((term) => decodeSlug(term.slug) === slug)?.name ?? '') || slug
  return {
    siteName: survey.title,
    tagline: survey.tagline,
    base: survey.base,
    ownHosts: survey.ownHosts,
    primaryCategory: primary === undefined ? '' : nameOf(primary),
    categories: slugs.map(nameOf),
    tags: item.terms.filter(isTag).map(({ slug, name }) => plainLine(name) || decodeSlug(slug)),
    authors: survey.authors.namesOf(item),
  }
}

export function filedUnder(item: WxrItem, survey: Survey, ids: FilingIds) {
  const { terms } = item
  const { slugs, primary } = categoriesOf(item, survey)
  const idOf = (slug: string) => ids.categories.get(survey.terms.categoryPath(slug) ?? '')
  const tags = terms.filter(isTag).flatMap(({ slug }) => ids.tags.get(decodeSlug(slug)) ?? [])
  return {
    primaryCategoryId: (primary !== undefined ? idOf(primary) : undefined) ?? null,
    categoryIds: [...new Set(slugs.flatMap((slug) => idOf(slug) ?? []))],
    tagIds: [...new Set(tags)],
  }
}

/** Taxonomies of plugins: there is nothing to file by them yet, so they are kept beside the article. */
export function otherTerms({ terms }: WxrItem): Record<string, string[]> {
  const others = new Map<string, string[]>()
  for (const term of terms) {
    if (isCategory(term) || isTag(term) || isByline(term) || isTranslationTerm(term) || term.domain === '') continue
    const domain = plainLine(term.domain)
    others.set(domain, [...(others.get(domain) ?? []), plainLine(term.name) || decodeSlug(term.slug)])
  }
  return Object.fromEntries(others)
}
