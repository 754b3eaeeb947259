import { clearAddress } from '@/lib/articles/editing/address-mutations'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { orderWith, type Place } from './arrange'
import type { Category, CategoryTree } from './category-tree'
import {
  type Changing,
  categoryAddress,
  changeTree,
  isChosen,
  isFreeFor,
  movePaths,
  recordChange,
} from './change-mutations'
import { type Refused, refuse } from './changing'
import { addCategory } from './mutations'
import { describedAnew, named } from './names'
import { keptOf } from './restore-mutations'
import { CATEGORIES_TAG, categoryTag, describedTag, goneTags, listTag } from './shown-tags'

/** What is written of a category by hand. */
export type CategoryWords = { name: string; slug: string; description: string; locale: string | null }

/** A new category, as the last below its parent. */
export function createCategory(
  db: Database,
  { parentId, ...words }: CategoryWords & { parentId: number | null },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true; id: number } | Refused> {
  return changeTree(db, actor, now, async (changing) => {
    const { tx, tree } = changing
    const parent = parentId === null ? null : tree.get(parentId)
    if (parent === undefined) return refuse('gone')
    const checked = named(words.name, words.slug)
    if (!checked.ok) return checked
    const { name, slug } = checked
    const path = pathBelow(parent, slug)
    if (tree.find(path)) return refuse('addressTaken')
    const description = describedAnew(words.description, '')
    if (description === null) return refuse('descriptionLong')
    const position = lastPosition(tree, parentId) + 1
    const category = { name, slug, path, parentId, position, description }
    const id = await addCategory(tx, category)
    if (words.locale) await tx.category.update({ where: { id }, data: { locale: words.locale } })
    await clearAddress(tx, categoryAddress(path))
    await recordChange(changing, `category:${id}`, { did: 'new', name, path })
    return { ok: true, id }
  })
}

/** Numbers have gaps where somebody left. */
export const lastPosition = (tree: CategoryTree, parentId: number | null): number =>
  Math.max(-1, ...(parentId === null ? tree.roots : tree.children(parentId)).map(({ position }) => position))

const pathBelow = (parent: Category | null, slug: string): string => (parent ? `${parent.path}/${slug}` : slug)

/** Other words about a category. With another slug it and all below it move, and their old addresses lead to the new. */
export function editCategory(
  db: Database,
  { id, ...words }: CategoryWords & { id: number },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true; before: CategoryWords } | Refused> {
  return changeTree(db, actor, now, async (changing) => {
    const { tx, tree } = changing
    const was = tree.get(id)
    if (!was) return refuse('gone')
    // An address that nobody touched stays, however it was spelled where it came from.
    const checked = named(words.name, words.slug === was.slug ? 'x' : words.slug)
    if (!checked.ok) return checked
    const slug = words.slug === was.slug ? was.slug : checked.slug
    const path = was.path.slice(0, was.path.length - was.slug.length) + slug
    if (!isFreeFor(tree, id, path)) return refuse('addressTaken')
    const description = describedAnew(words.description, was.description)
    if (description === null) return refuse('descriptionLong')
    const data = { name: checked.name, slug, description, locale: words.locale || null }
    await tx.category.update({ where: { id }, data, select: { id: true } })
    await movePaths(changing, id, path)
    const isRenamed = data.name !== was.name || data.locale !== was.locale
    if (isRenamed) changed(tx, categoryTag(id), CATEGORIES_TAG)
    if (description !== was.description) changed(tx, describedTag(id), CATEGORIES_TAG)
    // The top of the tree is listed on every page; those below it are asked for one by one.
    if (was.parentId === null && (isRenamed || path !== was.path)) changed(tx, listTag(null))
    await recordChange(changing, `category:${id}`, { did: 'edit', name: data.name, from: was.path, to: path })
    const before = { name: was.name, slug: was.slug, description: was.description, locale: was.locale }
    return { ok: true, before }
  })
}

/** Deletes a category in which nothing is filed and below which nothing stands. */
export function deleteCategory(
  db: Database,
  { id }: { id: number },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true } | Refused> {
  return changeTree(db, actor, now, async (changing) => {
    const { tx, tree } = changing
    const was = tree.get(id)
    if (!was) return refuse('gone')
    const filed = await tx.article.findFirst({
      where: { OR: [{ categories: { some: { categoryId: id } } }, { primaryCategoryId: id }] },
      select: { id: true },
    })
    if (filed || tree.children(id).length || (await isChosen(tx, 'categoryIds', id))) return refuse('notEmpty')
    const kept = await keptOf(tx, was)
    await tx.category.delete({ where: { id }, select: { id: true } })
    await tx.redirect.deleteMany({ where: { toPath: categoryAddress(was.path) } })
    changed(tx, CATEGORIES_TAG, ...goneTags(was))
    const details = { did: 'delete', name: was.name, path: was.path, kept }
    await recordChange(changing, `category:${id}`, details)
    return { ok: true }
  })
}

/** Numbers those below one parent as they stand now. */
export async function arrange({ tx, tree }: Changing, id: number, place: Place): Promise<boolean> {
  const order = orderWith(tree, id, place)
  let moved = false
  for (const [position, each] of order.entries()) {
    if (tree.get(each)?.position === position) continue
    moved = true
    await tx.category.update({ where: { id: each }, data: { position }, select: { id: true } })
  }
  return moved
}
