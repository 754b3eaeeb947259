import type { CategoryTree } from './category-tree'

/** A place in the tree: below which category (null: at the top), and before which of those there (null: as the last). */
export type Place = { parentId: number | null; beforeId: number | null }

export const STEPS = ['up', 'down', 'in', 'out'] as const
/** Past a neighbour; below the one before it; out of the one above it. */
export type Step = (typeof STEPS)[number]

const siblingsOf = (tree: CategoryTree, parentId: number | null): number[] =>
  (parentId === null ? tree.roots : tree.children(parentId)).map(({ id }) => id)

/** Where a category stands now. */
export function placeOf(tree: CategoryTree, id: number): Place | null {
  const category = tree.get(id)
  if (!category) return null
  const siblings = siblingsOf(tree, category.parentId)
  return { parentId: category.parentId, beforeId: siblings[siblings.indexOf(id) + 1] ?? null }
}

/** Where a step leads; null where there is nowhere to go. */
export function placeAfter(tree: CategoryTree, id: number, step: Step): Place | null {
  const category = tree.get(id)
  if (!category) return null
  const { parentId } = category
  const siblings = siblingsOf(tree, parentId)
  const at = siblings.indexOf(id)
  const before = siblings[at - 1]
  if (step === 'up') return before === undefined ? null : { parentId, beforeId: before }
  if (step === 'down') return at === siblings.length - 1 ? null : { parentId, beforeId: siblings[at + 2] ?? null }
  if (step === 'in') return before === undefined ? null : { parentId: before, beforeId: null }
  if (parentId === null) return null
  const above = placeOf(tree, parentId)
  return above && { parentId: above.parentId, beforeId: above.beforeId }
}

/** Ids below one parent with `id` put among them. */
export function orderWith(tree: CategoryTree, id: number, { parentId, beforeId }: Place): number[] {
  const others = siblingsOf(tree, parentId).filter((other) => other !== id)
  const at = beforeId === null ? -1 : others.indexOf(beforeId)
  return at < 0 ? [...others, id] : [...others.slice(0, at), id, ...others.slice(at)]
}

/** A category in the list of all, with how deep it stands. */
export type Placed = { id: number; depth: number }

/** The whole tree, each category before those below it. */
export function inTreeOrder(tree: CategoryTree): Placed[] {
  const placed: Placed[] = []
  const walk = (parentId: number | null, depth: number) => {
    for (const id of siblingsOf(tree, parentId)) {
      placed.push({ id, depth })
      walk(id, depth + 1)
    }
  }
  walk(null, 0)
  return placed
}
