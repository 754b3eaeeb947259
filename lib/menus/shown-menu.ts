import { categoryPath, encodePath, tagPath } from '@/lib/articles/paths'
import { languageOf } from '@/lib/i18n/locale'
import { type TranslatedPage, translationsInto } from '@/lib/site/translated-pages'
import type { CategoryTree } from '@/lib/taxonomy/category-tree'
import type { MenuItem, MenuLeaf, MenuPlace, Menus } from './menu'
import type { MenuTargets } from './menu-targets'

/** An item as a page draws it. `locale`: of its label. `href`: null for a heading. */
export type ShownItem = {
  id: number
  label: string
  locale: string
  href: string | null
  categoryId: number | null
  below: ShownItem[]
}

type Facts = {
  site: { locale: string }
  menus: Menus
  menuTargets: MenuTargets
  categories: CategoryTree
  translatedPages: readonly TranslatedPage[]
}

/** A menu as readers of a page in `locale` see it: without what is not public, and without headings of nothing. */
export function shownMenu(facts: Facts, place: MenuPlace, locale: string): ShownItem[] {
  const translated = translationsInto(facts.translatedPages, locale)
  const shown = (item: MenuLeaf): ShownItem[] => {
    const target = targetOf(facts, item, translated)
    const label = target && labelOf(item, target, locale, facts.site.locale)
    return label ? [{ id: item.id, ...label, href: target.href, categoryId: target.categoryId, below: [] }] : []
  }
  const withBelow = (item: MenuItem): ShownItem[] => {
    const below = item.below.flatMap(shown)
    return shown(item).flatMap((one) => (one.href === null && !below.length ? [] : [{ ...one, below }]))
  }
  return facts.menus[place].flatMap(withBelow)
}

type Target = {
  name: string
  locale: string
  href: string | null
  categoryId: number | null
  /** It is called as whoever reads the page speaks. */
  isTranslated: boolean
}

function targetOf(
  facts: Facts,
  { kind, targetId, address }: MenuLeaf,
  translated: ReadonlyMap<string, TranslatedPage>,
): Target | null {
  const { site, menuTargets, categories } = facts
  const unnamed = { name: '', locale: site.locale, categoryId: null, isTranslated: false }
  if (kind === 'heading') return { ...unnamed, href: null }
  if (kind === 'address') return { ...unnamed, href: address }
  if (targetId === null) return null
  if (kind === 'category') {
    const category = categories.get(menuTargets.now('category', targetId))
    if (!category) return null
    const { id, name, locale, path } = category
    return { ...unnamed, name, locale: locale ?? site.locale, href: categoryPath(path), categoryId: id }
  }
  if (kind === 'tag') {
    const tag = menuTargets.tag(targetId)
    return tag ? { ...unnamed, name: tag.name, href: tagPath(tag.slug) } : null
  }
  const article = menuTargets.article(targetId)
  if (!article) return null
  const translation = kind === 'page' ? translated.get(article.path) : undefined
  const { headline: name, locale, path } = translation ?? article
  return { ...unnamed, name, locale, href: encodePath(path), isTranslated: translation !== undefined }
}

/** In the page's language, where it was said or its target is called so, else in the site's, else as its target is called. */
function labelOf({ labels }: MenuLeaf, target: Target, locale: string, siteLocale: string) {
  const said = (wanted: string): { label: string; locale: string } | null => {
    const tag = [wanted, languageOf(wanted)].find((one) => labels[one])
    return tag === undefined ? null : { label: labels[tag] ?? '', locale: wanted }
  }
  const named = target.name ? { label: target.name, locale: target.locale } : null
  return said(locale) ?? (target.isTranslated ? named : null) ?? said(siteLocale) ?? named
}
