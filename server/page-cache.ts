import type { OutgoingHttpHeaders } from 'node:http'
import type { Encoded } from './encoded'

/** A page as every reader gets it. */
export type Page = {
  status: number
  headers: OutgoingHttpHeaders
  body: Encoded
  tags: ReadonlySet<string>
  /** Of the redirect that answers, whose hits are counted. */
  redirectId?: number | undefined
}

type Kept = {
  page: Page
  /** Epoch ms. */
  expiresAt: number
  /** False once something it shows has changed: it serves only where no newer one can be made. */
  fresh: boolean
  reads: number
  bytes: number
}

/** What a page takes beside its bytes: headers, key, its place in the map; and each of its tags. */
const OVERHEAD_BYTES = 1_000
const TAG_BYTES = 80

/** Pages under their keys, at most so many bytes of them; what was read longest ago goes first. */
export class PageCache {
  readonly #limitBytes: number
  readonly #pages = new Map<string, Kept>()
  #bytes = 0

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes
  }

  get bytes(): number {
    return this.#bytes
  }

  get size(): number {
    return this.#pages.size
  }

  /** The page under this key while nothing it shows has changed. */
  fresh(key: string, now: number): Page | undefined {
    const kept = this.#pages.get(key)
    if (!kept?.fresh || kept.expiresAt <= now) return undefined
    kept.reads++
    // The order of a Map is that of its insertions.
    this.#pages.delete(key)
    this.#pages.set(key, kept)
    return kept.page
  }

  /** The last good page, however old. */
  last(key: string): Page | undefined {
    return this.#pages.get(key)?.page
  }

  keep(key: string, page: Page, expiresAt: number): void {
    const reads = this.#pages.get(key)?.reads ?? 0
    this.remove(key)
    this.#pages.set(key, { page, expiresAt, fresh: true, reads, bytes: 0 })
    this.weigh(key)
  }

  remove(key: string): void {
    const kept = this.#pages.get(key)
    if (!kept) return
    this.#pages.delete(key)
    this.#bytes -= kept.bytes
  }

  /** Counts a page's bytes anew: it has been asked for in another coding. */
  weigh(key: string): void {
    const kept = this.#pages.get(key)
    if (!kept) return
    const bytes = kept.page.body.bytes + OVERHEAD_BYTES + key.length * 2 + kept.page.tags.size * TAG_BYTES
    this.#bytes += bytes - kept.bytes
    kept.bytes = bytes
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#limitBytes) break
      this.remove(oldest)
    }
  }

  /** Whatever shows one of these is not fresh any more. */
  change(tags: ReadonlySet<string>): void {
    for (const kept of this.#pages.values()) {
      if (kept.fresh && shows(kept.page.tags, tags)) kept.fresh = false
    }
  }

  /** The key of a page that was read again and is not packed as well as it goes. */
  worthImproving(): string | undefined {
    for (const [key, { page, fresh, reads }] of this.#pages) if (fresh && reads > 1 && !page.body.isBest) return key
    return undefined
  }
}

/** True where a page with these tags shows something of what changed. */
export function shows(tags: ReadonlySet<string>, changed: ReadonlySet<string>): boolean {
  const [few, many] = tags.size < changed.size ? [tags, changed] : [changed, tags]
  for (const tag of few) if (many.has(tag)) return true
  return false
}
