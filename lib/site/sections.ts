import type { Category } from '@/lib/taxonomy/category-tree'
import type { SiteFacts } from './facts'

/** The top of the tree in the site's language: what its navigation is made of. */
export function sectionsOf(facts: SiteFacts): Category[] {
  return facts.categories.roots.filter(({ locale }) => locale === null || locale === facts.site.locale)
}

/** Top categories in other languages: the site's editions. */
export function editionsOf(facts: SiteFacts): (Category & { locale: string })[] {
  return facts.categories.roots.flatMap((category) =>
    category.locale !== null && category.locale !== facts.site.locale ? [{ ...category, locale: category.locale }] : [],
  )
}
