import { categoryKey } from '@/lib/archives/keys'
import { refileArchive } from '@/lib/archives/refile-mutations'
import { neighbourTag } from '@/lib/articles/change-tags'
import type { Viewer } from '@/lib/auth/permissions'
import type { Database } from '@/lib/db'
import { changed } from '@/lib/invalidation'
import { type Place, placeOf } from './arrange'
import { arrange, lastPosition } from './category-mutations'
import type { Category, CategoryTree } from './category-tree'
import {
  type Changing,
  categoryAddress,
  changeTree,
  isFreeFor,
  leadOn,
  movePaths,
  noteMerged,
  recordChange,
} from './change-mutations'
import { type Refused, refuse } from './changing'
import { belowTag, CATEGORIES_TAG, goneTags, listTag } from './shown-tags'

/**
 * Moves a category with all below it: below another, or to another place among its neighbours. The addresses and the
 * archives of all above it follow.
 */
export function placeCategory(
  db: Database,
  { id, ...place }: Place & { id: number },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true; before: Place } | Refused> {
  return changeTree(db, actor, now, async (changing) => {
    const { tx, tree } = changing
    const was = tree.get(id)
    const before = placeOf(tree, id)
    const parent = place.parentId === null ? null : tree.get(place.parentId)
    if (!was || !before || parent === undefined) return refuse('gone')
    if (parent && tree.family(id).includes(parent.id)) return refuse('loop')
    if (was.parentId !== place.parentId) {
      const path = parent ? `${parent.path}/${was.slug}` : was.slug
      if (!isFreeFor(tree, id, path)) return refuse('addressTaken')
      await tx.category.update({ where: { id }, data: { parentId: place.parentId }, select: { id: true } })
      await movePaths(changing, id, path)
      await refile(changing, id, place.parentId)
      changed(tx, listTag(was.parentId), listTag(place.parentId), CATEGORIES_TAG)
    }
    if (await arrange(changing, id, place)) changed(tx, listTag(place.parentId), CATEGORIES_TAG)
    await recordChange(changing, `category:${id}`, { did: 'place', name: was.name, below: parent?.path ?? '' })
    return { ok: true, before }
  })
}

/** Articles of a category leave the archives of what stood above it and join those of what stands above it now. */
async function refile({ tx, tree }: Changing, id: number, parentId: number | null): Promise<void> {
  const above = new Set(tree.chain(tree.get(id)?.parentId ?? null).map((category) => category.id))
  const now = new Set(tree.chain(parentId).map((category) => category.id))
  const moved = tree.family(id)
  await refileArchive(tx, categoryKey(id), {
    joins: [...now].filter((one) => !above.has(one)).map(categoryKey),
    leaves: [...above]
      .filter((one) => !now.has(one))
      .map((one) => ({ key: categoryKey(one), stays: rest(tree, one, moved) })),
  })
}

/** What is left below a category (itself included) when some leave. */
const rest = (tree: CategoryTree, id: number, moved: readonly number[]): number[] =>
  tree.family(id).filter((member) => !moved.includes(member))

/** Files everything of a category under another, moves what stands below it there, and deletes it. */
export function mergeCategory(
  db: Database,
  { id, intoId }: { id: number; intoId: number },
  actor: Viewer,
  now: Date,
): Promise<{ ok: true; articles: number } | Refused> {
  return changeTree(db, actor, now, async (changing) => {
    const { tx, tree } = changing
    const [was, into] = [tree.get(id), tree.get(intoId)]
    if (!was || !into) return refuse('gone')
    if (id === intoId) return refuse('same')
    if (tree.family(id).includes(intoId)) return refuse('loop')
    const children = tree.children(id)
    const pathOf = (child: Category) => `${into.path}/${child.slug}`
    if (!children.every((child) => isFreeFor(tree, child.id, pathOf(child)))) return refuse('childTaken')
    const articles = await fileElsewhere(changing, id, intoId)
    for (const [at, child] of children.entries()) {
      await tx.category.update({
        where: { id: child.id },
        data: { parentId: intoId, position: lastPosition(tree, intoId) + 1 + at },
        select: { id: true },
      })
      await movePaths(changing, child.id, pathOf(child))
    }
    await mergeArchives(changing, id, intoId)
    await tx.category.delete({ where: { id }, select: { id: true } })
    await leadOn(tx, categoryAddress(was.path), categoryAddress(into.path), now)
    await noteMerged(tx, 'category', id, intoId)
    changed(tx, CATEGORIES_TAG, ...goneTags(was))
    if (children.length) changed(tx, belowTag(intoId))
    const details = { did: 'merge', name: was.name, from: was.path, into: into.path, articles }
    await recordChange(changing, `category:${intoId}`, details)
    return { ok: true, articles }
  })
}

/** Answers of how many articles, drafts and all, it was a category. */
async function fileElsewhere({ tx }: Changing, id: number, intoId: number): Promise<number> {
  const articles = await tx.articleCategory.count({ where: { categoryId: id } })
  // Articles first and then what hangs on them, as everybody does who writes one: so nobody waits for each other.
  const { count } = await tx.article.updateMany({
    where: { primaryCategoryId: id },
    data: { primaryCategoryId: intoId },
  })
  await tx.articleCategory.updateMany({
    where: { categoryId: id, article: { categories: { none: { categoryId: intoId } } } },
    data: { categoryId: intoId },
  })
  await tx.articleCategory.deleteMany({ where: { categoryId: id } })
  if (count) changed(tx, neighbourTag(id), neighbourTag(intoId))
  return articles
}

async function mergeArchives({ tx, tree }: Changing, id: number, intoId: number): Promise<void> {
  const above = tree.chain(id).map((category) => category.id)
  const now = tree.chain(intoId).map((category) => category.id)
  const moved = tree.family(id)
  await refileArchive(tx, categoryKey(id), {
    joins: now.filter((one) => !above.includes(one)).map(categoryKey),
    leaves: above
      .filter((one) => !now.includes(one))
      .map((one) => ({ key: categoryKey(one), stays: one === id ? [] : rest(tree, one, moved) })),
  })
}
