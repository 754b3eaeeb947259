import { decodePath, foldPath } from '@/lib/articles/paths'
import { may, type Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { getSiteFacts } from '@/lib/site/facts'
import { editionsOf } from '@/lib/site/sections'
import { findTypedTag } from '@/lib/taxonomy/admin-queries'
import { KEPT_MENUS_KEY, type KeptMenu, readKeptMenus } from './kept-menus'
import { type ItemKind, itemsOf, type Menu, type MenuLeaf, type MenuPlace } from './menu'

/** What an item of a menu leads to, as the newsroom sees it. `isHidden`: readers do not see it, nor the item. */
export type ItemTarget = { name: string; href: string; isHidden: boolean }
/** Null: it is not there any more. */
export type ItemTargets = ReadonlyMap<number, ItemTarget | null>

export type MenuView = {
  menu: Menu
  targets: ItemTargets
  /** Of the site and its editions. */
  languages: string[]
  kept: KeptMenu[]
}

/** A menu with what its items lead to, drafts and all. Null for whoever may not change it. */
export async function getMenu(db: Database, viewer: Viewer, place: MenuPlace): Promise<MenuView | null> {
  if (!may(viewer, 'menus.edit')) return null
  const facts = await getSiteFacts(db)
  const menu = facts.menus[place]
  const row = await db.setting.findUnique({ where: { key: KEPT_MENUS_KEY } })
  const languages = [...new Set([facts.site.locale, ...editionsOf(facts).map(({ locale }) => locale)])]
  return { menu, targets: await readTargets(db, itemsOf(menu)), languages, kept: readKeptMenus(row?.value) }
}

async function readTargets(db: Database, items: readonly MenuLeaf[]): Promise<ItemTargets> {
  const { categories, menuTargets } = await getSiteFacts(db)
  const ids = (...kinds: ItemKind[]) =>
    items.flatMap(({ kind, targetId }) => (targetId !== null && kinds.includes(kind) ? [targetId] : []))
  const articles = await db.article.findMany({
    where: { id: { in: ids('page', 'article') } },
    select: { id: true, headline: true, path: true, status: true },
  })
  const targetOf = ({ kind, targetId, address }: MenuLeaf): ItemTarget | null => {
    if (kind === 'heading') return { name: '', href: '', isHidden: false }
    if (kind === 'address') return { name: address, href: address, isHidden: false }
    if (targetId === null) return null
    if (kind === 'category') {
      const category = categories.get(menuTargets.now('category', targetId))
      return category ? { name: category.name, href: `/category/${category.path}/`, isHidden: false } : null
    }
    if (kind === 'tag') {
      const tag = menuTargets.tag(targetId)
      return tag ? { name: tag.name, href: `/tag/${tag.slug}/`, isHidden: false } : null
    }
    const article = articles.find(({ id }) => id === targetId)
    return article ? { name: article.headline, href: article.path, isHidden: article.status !== 'PUBLISHED' } : null
  }
  return new Map(items.map((item) => [item.id, targetOf(item)]))
}

const MOST_PAGES = 500

/** Standing pages to choose from by their headlines, those that readers do not see yet too. */
export async function listMenuPages(
  db: Database,
  viewer: Viewer,
): Promise<{ id: number; headline: string; path: string }[]> {
  if (!may(viewer, 'menus.edit')) return []
  const { site } = await getSiteFacts(db)
  const rows = await db.article.findMany({
    where: { kind: 'PAGE', trashedAt: null },
    // In an order that an index has.
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: MOST_PAGES,
    select: { id: true, headline: true, path: true },
  })
  const { compare } = new Intl.Collator(site.locale)
  return rows.sort((a, b) => compare(a.headline, b.headline) || a.id - b.id)
}

/** What somebody typed: a tag by its name or slug, an article by its path or its whole address. */
export async function findTyped(db: Database, kind: 'tag' | 'article', typed: string): Promise<number | null> {
  if (!typed.trim()) return null
  if (kind === 'tag') return findTypedTag(db, typed)
  const path = typed
    .trim()
    .replace(/^https?:\/\/[^/?#]*/i, '')
    .replace(/[?#].*$/s, '')
  const article = await db.article.findFirst({
    where: { pathFolded: foldPath(decodePath(path)), kind: 'ARTICLE' },
    select: { id: true },
  })
  return article?.id ?? null
}
