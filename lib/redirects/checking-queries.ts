import { partPagedAddress } from '@/lib/archives/page-address'
import { partPageNumber } from '@/lib/articles/address'
import { foldPath, isReservedPath } from '@/lib/articles/paths'
import type { Database, Tx } from '@/lib/db'
import { partFeedAddress } from '@/lib/feeds/address'
import type { CategoryTree } from '@/lib/taxonomy/category-tree'
import { foldAddress, partQuery } from './address'
import { KnownArchives } from './known-archives-queries'
import { type Pattern, Patterns } from './patterns'
import { isOwn, type RedirectRefusal, type Target, type Wanted } from './redirect'

const MOST_PATTERNS = 1_000
const MOST_HOPS = 10
const AT_ONCE = 200

/** Of a redirect that would be written over. */
export type Standing = Target & { id: number; fromPath: string }
/** `about`: which page or target is meant. `wanted` leads to the end of its way by now. `isThere`: it stands there, just so. */
export type Judged =
  | { ok: true; wanted: Wanted; standing: Standing[]; isThere: boolean }
  | { ok: false; reason: RedirectRefusal; about?: string }

/** `replaces`: what is wanted takes the place of what begins at the same address. */
type Asked = { db: Database | Tx; categories: CategoryTree; replaces: boolean; exceptId?: number }

/** What is to become of each redirect that is wanted, all of them together: they may lead to each other. */
export async function judge(wanted: readonly Wanted[], asked: Asked): Promise<Judged[]> {
  const rows = await asked.db.redirect.findMany({
    where: { isPattern: true, ...(asked.exceptId !== undefined && { id: { not: asked.exceptId } }) },
    select: { id: true, fromPath: true, toPath: true, toExtra: true, status: true },
  })
  const judging = new Judging(asked, wanted, rows)
  await judging.prepare()
  const judged: Judged[] = []
  for (const [at, one] of wanted.entries()) judged.push(await judging.judge(one, at))
  return judged
}

/** Ids that no row has: of what is only wanted yet. */
const wantedId = (at: number): number => -1 - at

class Judging {
  readonly #asked: Asked
  readonly #wanted: readonly Wanted[]
  readonly #patterns: Patterns
  readonly #patternCount: number
  /** By folded path: where articles live, and what stands there. */
  readonly #living = new Map<string, string | null>()
  readonly #standing = new Map<string, Standing[]>()
  /** By path: whether a file is there. Their addresses have one spelling. */
  readonly #files = new Map<string, boolean>()
  readonly #archives: KnownArchives
  /** The first of the wanted that begins at an address. */
  readonly #firstAt = new Map<string, number>()

  constructor(asked: Asked, wanted: readonly Wanted[], rows: readonly Pattern[]) {
    this.#asked = asked
    this.#archives = new KnownArchives(asked.db)
    this.#wanted = wanted
    const ours = wanted.flatMap((one, at) => (one.isPattern ? [{ ...one, id: wantedId(at) }] : []))
    // Of two that begin alike the last counts.
    this.#patterns = new Patterns(asked.replaces ? [...rows, ...ours] : [...ours, ...rows])
    this.#patternCount = rows.length + ours.length
    for (const [at, { fromPath }] of wanted.entries()) {
      const folded = foldAddress(fromPath)
      if (!this.#firstAt.has(folded)) this.#firstAt.set(folded, at)
    }
  }

  /** Asks for everything that is named, many at a time. */
  async prepare(): Promise<void> {
    const paths = this.#wanted.flatMap(({ fromPath, toPath }) => {
      const { path, query } = partQuery(fromPath)
      return [path, ...(query === null ? [] : [fromPath]), ...(isOwn({ toPath }) ? [toPath] : [])]
    })
    const bases = paths.flatMap((path) => [partFeedAddress(path)?.base ?? [], partPageNumber(path)?.base ?? []].flat())
    await this.#know([...paths, ...bases])
    await this.#knowFiles(paths)
    await this.#archives.know([...paths, ...bases])
  }

  async judge(wanted: Wanted, at: number): Promise<Judged> {
    const folded = foldAddress(wanted.fromPath)
    if (this.#firstAt.get(folded) !== at) return no('twice')
    if (wanted.isPattern && this.#patternCount > MOST_PATTERNS) return no('tooManyPatterns')
    const living = wanted.isPattern ? null : await this.#hiddenBy(wanted.fromPath)
    if (living !== null) return no('living', living)
    const standing = this.#standing.get(folded) ?? []
    const ended = wanted.status === 410 ? wanted : await this.#endOf(wanted)
    const isThere = !('reason' in ended) && standing.length === 1 && standing.every((row) => isSame(row, ended))
    if (standing.length && !isThere && !this.#asked.replaces) return no('exists', standing[0]?.toPath)
    return 'reason' in ended ? ended : { ok: true, wanted: ended, standing, isThere }
  }

  /** The wanted redirect with the end of the way that its target is the beginning of. */
  async #endOf(wanted: Wanted): Promise<Wanted | { ok: false; reason: RedirectRefusal; about?: string }> {
    if (wanted.toPath.endsWith('/*')) return this.#goesRound(wanted) ? no('loop') : wanted
    const passed = new Set([foldAddress(wanted.fromPath)])
    let end = wanted
    for (let hop = 0; hop < MOST_HOPS; hop++) {
      if (!isOwn(end)) return end
      const folded = foldPath(end.toPath)
      if (passed.has(folded)) return no('loop')
      passed.add(folded)
      const living = await this.#articleAt(end.toPath)
      if (living !== null) return { ...end, toPath: living }
      const next = await this.#nextOf(end.toPath)
      if (!next) return (await this.#livesAt(end.toPath)) === null ? no('toNowhere', end.toPath) : end
      if (next.status === 410) return no('toGone', end.toPath)
      // What leads somewhere for the time being may lead elsewhere tomorrow.
      if (next.status === 302) return end
      end = { ...end, toPath: next.toPath, toExtra: end.toExtra || next.toExtra }
    }
    return no('loop')
  }

  async #nextOf(path: string): Promise<Target | null> {
    const folded = foldPath(path)
    await this.#know([path])
    const [standing] = this.#standing.get(folded) ?? []
    const ours = this.#wanted[this.#firstAt.get(folded) ?? -1]
    if (ours && !ours.isPattern && (this.#asked.replaces || !standing)) return ours
    return standing ?? this.#patterns.lead(path)
  }

  /** True where what a pattern carries over comes back to it: "/a/*" to "/a/b/*", or by way of another. */
  #goesRound({ fromPath, toPath }: Wanted): boolean {
    if (!toPath.startsWith('/')) return false
    const base = (path: string) => foldPath(path.replace(/\*$/, ''))
    let at = toPath.replace(/\*$/, 'x')
    for (let hop = 0; hop < MOST_HOPS; hop++) {
      if (base(at).startsWith(`${base(fromPath)}/`)) return true
      const next = this.#patterns.lead(at)
      if (!next || !isOwn(next)) return false
      at = next.toPath
    }
    return true
  }

  async #articleAt(path: string): Promise<string | null> {
    await this.#know([path])
    return this.#living.get(foldPath(path)) ?? null
  }

  /** What would be shown in its place. At the front addresses with a query are looked for before it is drawn. */
  async #hiddenBy(fromPath: string): Promise<string | null> {
    const { path, query } = partQuery(fromPath)
    return query !== null && path === '/' ? null : this.#livesAt(path)
  }

  /** The address at which something answers: an article, an archive, a file, a feed, a page of the site itself. */
  async #livesAt(path: string): Promise<string | null> {
    const article = await this.#articleAt(path)
    if (article !== null) return article
    const { categories } = this.#asked
    const feed = partFeedAddress(path)
    if (feed && feed.base !== path) return this.#livesAt(feed.base)
    const [first = '', ...rest] = foldPath(path).split('/').slice(1)
    const base = partPagedAddress(path.split('/').filter(Boolean))?.base ?? []
    if (first === 'category') return categories.find(base.slice(1).join('/')) ? path : null
    if (first === 'tag' || first === 'author') return (await this.#archives.isThere(path)) ? path : null
    if (isReservedPath(path) || (first === 'corrections' && !rest.length)) return path
    await this.#knowFiles([path])
    if (this.#files.get(path)) return path
    const numbered = partPageNumber(path)
    return numbered && (await this.#articleAt(numbered.base)) !== null ? path : null
  }

  async #knowFiles(paths: readonly string[]): Promise<void> {
    const unknown = [...new Set(paths)].filter((path) => !this.#files.has(path))
    for (let at = 0; at < unknown.length; at += AT_ONCE) {
      const some = unknown.slice(at, at + AT_ONCE)
      const files = await this.#asked.db.media.findMany({
        where: { path: { in: some }, storedAt: { not: null } },
        select: { path: true },
      })
      const there = new Set(files.map(({ path }) => path))
      for (const path of some) this.#files.set(path, there.has(path))
    }
  }

  async #know(paths: readonly string[]): Promise<void> {
    const { db, exceptId } = this.#asked
    const unknown = [...new Set(paths.map(foldAddress))].filter((folded) => !this.#living.has(folded))
    for (let at = 0; at < unknown.length; at += AT_ONCE) {
      const some = unknown.slice(at, at + AT_ONCE)
      // One after the other: a transaction of PostgreSQL's does one thing at a time.
      const articles = await db.article.findMany({
        where: { pathFolded: { in: some }, status: { in: ['PUBLISHED', 'WITHDRAWN'] } },
        select: { path: true, pathFolded: true },
      })
      const redirects = await db.redirect.findMany({
        where: { fromFolded: { in: some }, ...(exceptId !== undefined && { id: { not: exceptId } }) },
        select: { id: true, fromPath: true, fromFolded: true, toPath: true, toExtra: true, status: true },
      })
      for (const folded of some) this.#living.set(folded, null)
      for (const { path, pathFolded } of articles) this.#living.set(pathFolded, path)
      for (const { fromFolded, ...row } of redirects) {
        this.#standing.set(fromFolded, [...(this.#standing.get(fromFolded) ?? []), row])
      }
    }
  }
}

const isSame = (row: Standing, wanted: Wanted): boolean =>
  row.fromPath === wanted.fromPath &&
  row.toPath === wanted.toPath &&
  row.toExtra === wanted.toExtra &&
  row.status === wanted.status

const no = (reason: RedirectRefusal, about?: string) => ({
  ok: false as const,
  reason,
  ...(about !== undefined && { about }),
})
