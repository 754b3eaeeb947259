export type OrderedComment<T> = {
  comment: T
  /** The comment it answers, by the export's number; null at the top of the thread. */
  parent: number | null
  /** True where the parent that it names was not imported. */
  orphan: boolean
}

type Source = {
  /** The export's number. */
  id: number
  /** 0: none. */
  parent: number
  kept: boolean
}

/**
 * An article's comments that are kept, every one behind the one it answers, else in the order of the export. A reply
 * to what is not kept goes to the nearest kept comment above it, or to the top; a loop is cut.
 */
export function orderComments<T extends Source>(comments: readonly T[]): OrderedComment<T>[] {
  const byId = new Map<number, T>()
  for (const comment of comments) if (!byId.has(comment.id)) byId.set(comment.id, comment)
  const parents = new Map<T, { parent: T | undefined; orphan: boolean }>()
  for (const comment of byId.values()) if (comment.kept) parents.set(comment, keptParent(comment, byId))
  const ordered: OrderedComment<T>[] = []
  const placed = new Set<T>()
  for (const comment of parents.keys()) {
    // From the comment up to one that has its place; a chain may be thousands long.
    const chain: T[] = []
    const inChain = new Set<T>()
    for (let next: T | undefined = comment; next && !placed.has(next); next = parents.get(next)?.parent) {
      if (inChain.has(next)) break
      chain.push(next)
      inChain.add(next)
    }
    for (const next of chain.reverse()) {
      const { parent, orphan = false } = parents.get(next) ?? {}
      const stands = parent !== undefined && placed.has(parent)
      ordered.push({
        comment: next,
        parent: stands ? parent.id : null,
        orphan: orphan || (parent !== undefined && !stands),
      })
      placed.add(next)
    }
  }
  return ordered
}

function keptParent<T extends Source>(
  comment: T,
  byId: ReadonlyMap<number, T>,
): { parent: T | undefined; orphan: boolean } {
  const passed = new Set<T>([comment])
  for (let id = comment.parent, orphan = false; ; orphan = true) {
    if (id === 0) return { parent: undefined, orphan }
    const above = byId.get(id)
    if (!above || passed.has(above)) return { parent: undefined, orphan: true }
    if (above.kept) return { parent: above, orphan }
    passed.add(above)
    id = above.parent
  }
}
