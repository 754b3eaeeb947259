/** A category as readers see it. */
export type Category = {
  id: number
  slug: string
  /** Slugs from the root: "harbour/ferries". */
  path: string
  name: string
  description: string
  /** Null: the site's. */
  locale: string | null
  position: number
  parentId: number | null
}

/** All categories of the site. They are few: the whole tree is held and asked without queries. */
export class CategoryTree {
  readonly roots: readonly Category[]
  readonly #byId: ReadonlyMap<number, Category>
  readonly #byPath: ReadonlyMap<string, Category>
  readonly #children = new Map<number, Category[]>()

  constructor(categories: readonly Category[]) {
    const inOrder = [...categories].sort((a, b) => a.position - b.position || a.id - b.id)
    this.#byId = new Map(inOrder.map((category) => [category.id, category]))
    this.#byPath = new Map(inOrder.map((category) => [category.path, category]))
    this.roots = inOrder.filter(({ parentId }) => parentId === null)
    for (const category of inOrder) {
      if (category.parentId === null) continue
      const siblings = this.#children.get(category.parentId)
      if (siblings) siblings.push(category)
      else this.#children.set(category.parentId, [category])
    }
  }

  [Symbol.iterator](): IterableIterator<Category> {
    return this.#byId.values()
  }

  get(id: number): Category | undefined {
    return this.#byId.get(id)
  }

  /** By its whole path, "harbour/ferries", in whatever case it was asked for. */
  find(path: string): Category | undefined {
    return this.#byPath.get(path) ?? this.#byPath.get(path.normalize('NFC').toLowerCase())
  }

  children(id: number): readonly Category[] {
    return this.#children.get(id) ?? []
  }

  /** From the root down to the category itself; empty for one that is not there. */
  chain(id: number | null): Category[] {
    const chain: Category[] = []
    for (let next = id; next !== null; ) {
      const category = this.#byId.get(next)
      // A loop can only come from outside; an endless page must not.
      if (!category || chain.includes(category)) break
      chain.unshift(category)
      next = category.parentId
    }
    return chain
  }

  /** Ids of the given categories and of all above them: the archives an article filed there stands in. */
  withAncestors(ids: Iterable<number>): Set<number> {
    const all = new Set<number>()
    for (const id of ids) for (const category of this.chain(id)) all.add(category.id)
    return all
  }
}
