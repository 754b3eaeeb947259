import { isReservedPath } from '@/lib/articles/paths'
import type { Database } from '@/lib/db'
import { numberedPath } from './addresses'
import { PathSet } from './path-set'
import type { Survey } from './survey'

export type PathWish = {
  sourceId: number
  path: string
  /** True where this very address was public: nothing but what stands there already may take it. */
  isPublic: boolean
  /** Where the article lives since an earlier import; null for a new one. */
  current: string | null
}

export type GivenPaths = {
  /** In the order of the wishes. */
  paths: string[]
  /** Drafts of the same import that stand where a published article belongs, and where they go. */
  moves: { articleId: number; path: string }[]
}

type Owner = { id: number; sourceId: number | null; isPublic: boolean }

const MAX_NUMBER = 100_000

/** Gives each imported article the address it asks for, or the same with a number where something else lives there. */
export class PathAllocator {
  readonly #db: Database
  readonly #survey: Survey
  /** Given in this run, but for those that the database knows by now. */
  readonly #given = new PathSet()

  constructor(db: Database, survey: Survey) {
    this.#db = db
    this.#survey = survey
  }

  /** The first come gets it. One query, and one more for each address that is taken. */
  async give(wishes: readonly PathWish[]): Promise<GivenPaths> {
    const owners = await this.#owners(wishes.map(({ path }) => path))
    const given: GivenPaths = { paths: [], moves: [] }
    for (const wish of wishes) {
      const path = isSettled(wish) ? wish.current : await this.#firstFree(wish, owners, given)
      this.#given.add(path)
      given.paths.push(path)
    }
    return given
  }

  async #firstFree(wish: PathWish, owners: ReadonlyMap<string, Owner>, given: GivenPaths): Promise<string> {
    if (this.#isFree(wish, wish.path, owners.get(wish.path))) return wish.path
    const owner = owners.get(wish.path)
    const isReserved = isReservedPath(wish.path)
    const yields = owner !== undefined && owner.sourceId !== null && !owner.isPublic && !this.#given.has(wish.path)
    if (wish.isPublic && !isReserved && yields) {
      const path = await this.#numbered({ ...wish, sourceId: owner.sourceId ?? 0, current: null }, 'last')
      this.#given.add(path)
      given.moves.push({ articleId: owner.id, path })
      return wish.path
    }
    return this.#numbered(wish, isReserved ? 'first' : 'last')
  }

  async #numbered(wish: PathWish, part: 'first' | 'last'): Promise<string> {
    for (let number = 2; number < MAX_NUMBER; number++) {
      const path = numberedPath(wish.path, number, part)
      const owners = await this.#owners([path])
      if (path === wish.current || this.#isFree({ ...wish, isPublic: false }, path, owners.get(path))) return path
    }
    throw new Error(`no address is free beside ${wish.path}`)
  }

  #isFree(wish: PathWish, path: string, owner: Owner | undefined): boolean {
    if (isReservedPath(path)) return false
    // Addresses that were public are kept for those who had them, even where they come later in the file.
    if (!wish.isPublic && this.#survey.publishedPaths.has(path)) return false
    if (owner) return owner.sourceId === wish.sourceId
    return !this.#given.has(path)
  }

  /** Which articles live there; `sourceId` is null for those that are not of this export. */
  async #owners(paths: string[]): Promise<Map<string, Owner>> {
    const rows = await this.#db.article.findMany({
      where: { path: { in: paths } },
      select: { id: true, path: true, status: true, sourceSite: true, sourceId: true },
    })
    const own = this.#survey.key
    return new Map(
      rows.map(({ id, path, status, sourceSite, sourceId }) => [
        path,
        {
          id,
          sourceId: sourceSite === own ? sourceId : null,
          isPublic: status === 'PUBLISHED' || status === 'WITHDRAWN',
        },
      ]),
    )
  }
}

/** True where the article lives already at the address it asks for, or at that with the number it was given. */
function isSettled(wish: PathWish): wish is PathWish & { current: string } {
  const { current, path } = wish
  if (current === null) return false
  if (current === path) return true
  const numbers = current.split('/').flatMap((segment) => /-(\d{1,6})$/.exec(segment)?.[1] ?? [])
  return numbers.some((number) =>
    (['first', 'last'] as const).some((part) => numberedPath(path, Number(number), part) === current),
  )
}
