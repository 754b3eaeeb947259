import { partPagedAddress } from '@/lib/archives/page-address'
import type { Database, Tx } from '@/lib/db'

const AT_ONCE = 200

type Kind = 'tag' | 'author'

/** Which archives of tags and authors there are, of those that somebody named: asked for many at a time, and once each. */
export class KnownArchives {
  readonly #db: Database | Tx
  readonly #there: Record<Kind, Map<string, boolean>> = { tag: new Map(), author: new Map() }

  constructor(db: Database | Tx) {
    this.#db = db
  }

  async know(paths: readonly string[]): Promise<void> {
    const archives = paths.flatMap((path) => archiveAt(path) ?? [])
    for (const kind of ['tag', 'author'] as const) {
      await this.#ask(
        kind,
        archives.flatMap((archive) => (archive.kind === kind ? [archive.slug] : [])),
      )
    }
  }

  async isThere(path: string): Promise<boolean> {
    const archive = archiveAt(path)
    if (!archive) return false
    await this.#ask(archive.kind, [archive.slug])
    return this.#there[archive.kind].get(archive.slug) ?? false
  }

  async #ask(kind: Kind, slugs: readonly string[]): Promise<void> {
    const known = this.#there[kind]
    const unknown = [...new Set(slugs)].filter((slug) => !known.has(slug))
    for (let at = 0; at < unknown.length; at += AT_ONCE) {
      const some = unknown.slice(at, at + AT_ONCE)
      const asked = { where: { slug: { in: some } }, select: { slug: true } }
      const rows = kind === 'tag' ? await this.#db.tag.findMany(asked) : await this.#db.author.findMany(asked)
      const there = new Set(rows.map(({ slug }) => slug))
      for (const slug of some) known.set(slug, there.has(slug))
    }
  }
}

/** "/tag/boats/page/2/": the archive that it is a page of. */
function archiveAt(path: string): { kind: Kind; slug: string } | null {
  const [kind, slug] = partPagedAddress(path.split('/').filter(Boolean))?.base ?? []
  return (kind === 'tag' || kind === 'author') && slug !== undefined ? { kind, slug } : null
}
