import { addressTag, belowTag, CATEGORIES_TAG, categoryTag, describedTag, SECTIONS_TAG } from './shown-tags'

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

/**
 * All categories of the site. They are few: the whole tree is held and asked without queries. Whoever asks is told to
 * `shows` what the answer shows: so no page can show a category without being made anew when it changes.
 */
export class CategoryTree {
  readonly #roots: readonly Category[]
  readonly #shows: (tag: string) => void
  readonly #byId: ReadonlyMap<number, Category>
  readonly #byPath: ReadonlyMap<string, Category>
  readonly #children = new Map<number, Category[]>()

  constructor(categories: readonly Category[], shows: (tag: string) => void = () => undefined) {
    this.#shows = shows
    const inOrder = [...categories].sort((a, b) => a.position - b.position || a.id - b.id)
    this.#byId = new Map(inOrder.map((category) => [category.id, category]))
    this.#byPath = new Map(inOrder.map((category) => [category.path, category]))
    this.#roots = inOrder.filter(({ parentId }) => parentId === null)
    for (const category of inOrder) {
      if (category.parentId === null) continue
      const siblings = this.#children.get(category.parentId)
      if (siblings) siblings.push(category)
      else this.#children.set(category.parentId, [category])
    }
  }

  /** The top of the tree, in its order. */
  get roots(): readonly Category[] {
    this.#shows(SECTIONS_TAG)
    return this.#roots
  }

  [Symbol.iterator](): IterableIterator<Category> {
    this.#shows(CATEGORIES_TAG)
    return this.#byId.values()
  }

  /** For whoever shows its name and leads to it. */
  get(id: number): Category | undefined {
    this.#shows(categoryTag(id))
    this.#shows(addressTag(id))
    return this.#byId.get(id)
  }

  /** For whoever shows its name alone. */
  named(id: number): Category | undefined {
    this.#shows(categoryTag(id))
    return this.#byId.get(id)
  }

  /** For whoever leads to it and says nothing else. */
  pathOf(id: number): string | undefined {
    this.#shows(addressTag(id))
    return this.#byId.get(id)?.path
  }

  /** The category that a page is about, by its whole path, "harbour/ferries", in whatever case it was asked for. */
  find(path: string): Category | undefined {
    const found = this.#byPath.get(path) ?? this.#byPath.get(path.normalize('NFC').toLowerCase())
    if (found) this.#shows(describedTag(found.id))
    // One that is not there yet may come.
    else this.#shows(CATEGORIES_TAG)
    return found && this.get(found.id)
  }

  children(id: number): readonly Category[] {
    this.#shows(belowTag(id))
    const children = this.#children.get(id) ?? []
    for (const child of children) this.get(child.id)
    return children
  }

  /** From the root down to the category itself; empty for one that is not there. */
  chain(id: number | null): Category[] {
    const chain: Category[] = []
    for (let next = id; next !== null; ) {
      const category = this.get(next)
      // A loop can only come from outside; an endless page must not.
      if (!category || chain.includes(category)) break
      chain.unshift(category)
      next = category.parentId
    }
    return chain
  }

  /** A category with all below it: what is found under its name. */
  family(id: number): number[] {
    const family = [id]
    for (const member of family) {
      for (const child of this.children(member)) if (!family.includes(child.id)) family.push(child.id)
    }
    return family
  }

  /** Ids of the given categories and of all above them: the archives an article filed there stands in. */
  withAncestors(ids: Iterable<number>): Set<number> {
    const all = new Set<number>()
    for (const id of ids) for (const category of this.chain(id)) all.add(category.id)
    return all
  }
}
