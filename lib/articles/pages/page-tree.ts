/** A page with its place among the others. */
export type Placed = { id: number; parentId: number | null; position: number; headline: string }

/** Below which page (null: at the top), and before which of those there (null: as the last). */
export type PageSpot = { parentId: number | null; beforeId: number | null }

export const PAGE_STEPS = ['up', 'down', 'in', 'out'] as const
export type PageStep = (typeof PAGE_STEPS)[number]

/** All pages of the site. What stands below something that is no page of them stands at the top. */
export class PageTree<T extends Placed> {
  readonly #byId: ReadonlyMap<number, T>
  readonly #below = new Map<number | null, T[]>()

  constructor(pages: readonly T[]) {
    this.#byId = new Map(pages.map((page) => [page.id, page]))
    const inOrder = [...pages].sort(
      (a, b) => a.position - b.position || (a.headline < b.headline ? -1 : a.headline > b.headline ? 1 : a.id - b.id),
    )
    for (const page of inOrder) {
      const parentId = this.parentOf(page.id)
      this.#below.set(parentId, [...(this.#below.get(parentId) ?? []), page])
    }
  }

  get(id: number): T | undefined {
    return this.#byId.get(id)
  }

  /** Null at the top, and where a circle that came from outside would have no top. */
  parentOf(id: number): number | null {
    const parentId = this.#byId.get(id)?.parentId ?? null
    if (parentId === null || !this.#byId.has(parentId)) return null
    const passed = new Set([id])
    for (let at: number | null = parentId; at !== null; at = this.#byId.get(at)?.parentId ?? null) {
      if (passed.has(at)) return null
      passed.add(at)
    }
    return parentId
  }

  below(parentId: number | null): readonly T[] {
    return this.#below.get(parentId) ?? []
  }

  /** A page with all below it, the page first. */
  family(id: number): T[] {
    const page = this.#byId.get(id)
    const family = page ? [page] : []
    for (const member of family) family.push(...this.below(member.id))
    return family
  }

  spotOf(id: number): PageSpot | null {
    if (!this.#byId.has(id)) return null
    const parentId = this.parentOf(id)
    const siblings = this.#idsBelow(parentId)
    return { parentId, beforeId: siblings[siblings.indexOf(id) + 1] ?? null }
  }

  /** Where a step leads; null where there is nowhere to go. */
  spotAfter(id: number, step: PageStep): PageSpot | null {
    if (!this.#byId.has(id)) return null
    const parentId = this.parentOf(id)
    const siblings = this.#idsBelow(parentId)
    const at = siblings.indexOf(id)
    const before = siblings[at - 1]
    if (step === 'up') return before === undefined ? null : { parentId, beforeId: before }
    if (step === 'down') return at === siblings.length - 1 ? null : { parentId, beforeId: siblings[at + 2] ?? null }
    if (step === 'in') return before === undefined ? null : { parentId: before, beforeId: null }
    return parentId === null ? null : this.spotOf(parentId)
  }

  /** Ids below one page with `id` put among them. */
  orderWith(id: number, { parentId, beforeId }: PageSpot): number[] {
    const others = this.#idsBelow(parentId).filter((other) => other !== id)
    const at = beforeId === null ? -1 : others.indexOf(beforeId)
    return at < 0 ? [...others, id] : [...others.slice(0, at), id, ...others.slice(at)]
  }

  #idsBelow(parentId: number | null): number[] {
    return this.below(parentId).map(({ id }) => id)
  }
}
