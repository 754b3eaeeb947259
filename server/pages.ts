import { log } from '@/lib/log'
import type { PageContext } from '@/lib/page-context'
import { isDataPath } from './data-address'
import { Encoded } from './encoded'
import { CARD_HEADERS, DATA_HEADERS, KEPT_PAGE, READER_HEADERS, tagHeader } from './headers'
import type { PageAddress } from './page-address'
import { type Page, PageCache, shows } from './page-cache'
import { isFailedRender, type Rendered } from './render'

/** A render that gave no page. The cause is what the page threw, as far as it was heard of. */
export class RenderFailure extends Error {
  override name = 'RenderFailure'
}

/** Draws the page at an address, for nobody in particular. */
type Render = (url: string, context: PageContext) => Promise<Rendered>
type Flight = { page: Promise<Page>; changed: Set<string> }

const KEPT_STATUS = new Set([200, 301, 302, 308, 404, 410])
/** What lives elsewhere or nowhere, and what a search found, is believed for so long. */
const PASSING_MS = 5_000
/** Of the whole cache for what passes, so that who probes addresses empties nothing. */
const PASSING_PART = 1 / 16
/** After a failed render the last good page serves for so long before the next try. */
const RETRY_MS = 1_000
/** Of what a page says of itself only this reaches readers; never a cookie. */
const SHOWN_HEADERS = ['content-type', 'last-modified', 'location']
/** Of an answer for programs also this. */
const SHOWN_DATA_HEADERS = [...SHOWN_HEADERS, 'link', 'x-wp-total', 'x-wp-totalpages']

/** All pages of readers: kept, made once for all who wait, and never older than what they show. */
export class Pages {
  readonly #render: Render
  readonly #tagHeader: string | undefined
  readonly #lasting: PageCache
  readonly #passing: PageCache
  /** Renders that whoever asks now may wait for. */
  readonly #joinable = new Map<string, Flight>()
  readonly #flights = new Set<Flight>()
  readonly #failedAt = new Map<string, number>()

  /** `tagHeaderName`: in which header a page says what it shows, where a CDN wants to know. */
  constructor(limitBytes: number, render: Render, tagHeaderName?: string) {
    this.#render = render
    this.#tagHeader = tagHeaderName
    this.#lasting = new PageCache(limitBytes * (1 - PASSING_PART))
    this.#passing = new PageCache(limitBytes * PASSING_PART)
  }

  get bytes(): number {
    return this.#lasting.bytes + this.#passing.bytes
  }

  /** The page if it is at hand, without waiting. */
  kept({ key }: PageAddress, now: number): Page | undefined {
    return this.#lasting.fresh(key, now) ?? this.#passing.fresh(key, now)
  }

  /** The page, made where it has to be. Throws RenderFailure where there is not even an older one. */
  async get(address: PageAddress, requestId: string): Promise<Page> {
    const { key } = address
    const kept = this.kept(address, Date.now())
    if (kept) return kept
    const last = this.#lasting.last(key)
    if (last && Date.now() - (this.#failedAt.get(key) ?? 0) < RETRY_MS) return last
    try {
      const flight = this.#joinable.get(key) ?? this.#begin(address, requestId)
      const page = await flight.page
      this.#failedAt.delete(key)
      return page
    } catch (error) {
      if (!last) throw error
      log().warn({ error, requestId, key }, 'an older page was served')
      this.#failedAt.set(key, Date.now())
      return last
    }
  }

  /** Something that pages show has changed. */
  change(tags: ReadonlySet<string>): void {
    this.#lasting.change(tags)
    this.#passing.change(tags)
    // What is being rendered may have read the old; whoever asks from now on gets the new.
    for (const flight of this.#flights) for (const tag of tags) flight.changed.add(tag)
    this.#joinable.clear()
  }

  /** A page has been asked for in another coding. */
  weigh({ key }: PageAddress): void {
    this.#lasting.weigh(key)
    this.#passing.weigh(key)
  }

  /** Packs one page that is read again as well as it goes, where nothing else is to be done. */
  async improveOne(): Promise<void> {
    const key = this.#flights.size === 0 ? this.#lasting.worthImproving() : undefined
    if (key === undefined) return
    await this.#lasting.last(key)?.body.improve()
    this.#lasting.weigh(key)
  }

  #begin(address: PageAddress, requestId: string): Flight {
    const flight: Flight = {
      changed: new Set(),
      page: Promise.resolve().then(() => this.#make(address, requestId, flight)),
    }
    this.#flights.add(flight)
    this.#joinable.set(address.key, flight)
    const end = () => {
      this.#flights.delete(flight)
      if (this.#joinable.get(address.key) === flight) this.#joinable.delete(address.key)
    }
    flight.page.then(end, end)
    return flight
  }

  async #make({ key, url, passing }: PageAddress, requestId: string, flight: Flight): Promise<Page> {
    const context: PageContext = { requestId, url, clientAddress: '', queries: 0, tags: new Set() }
    const rendered = await this.#render(url, context)
    if (isFailedRender(rendered)) throw new RenderFailure(`${key} was not rendered`, { cause: context.failure })
    const { status } = rendered
    const isData = isDataPath(key)
    const own = (isData ? SHOWN_DATA_HEADERS : SHOWN_HEADERS).flatMap((name) => {
      const value = rendered.headers[name]
      return value === undefined ? [] : [[name, value]]
    })
    const tags = this.#tagHeader && tagHeader(this.#tagHeader, context.tags)
    const ofKind = isData ? DATA_HEADERS : context.framed ? CARD_HEADERS : READER_HEADERS
    const said = { ...Object.fromEntries(own), ...context.headers }
    const headers = { ...ofKind, 'cache-control': KEPT_PAGE, ...said, ...tags }
    const page: Page = {
      status,
      headers,
      body: new Encoded(rendered.body),
      tags: context.tags,
      redirectId: context.redirectId,
    }
    // What began before a change may show what was before it: an answer to whoever asked then, and no longer.
    if (!KEPT_STATUS.has(status) || context.personal || shows(page.tags, flight.changed)) return page
    const expiresAt = context.expiresAt?.getTime() ?? Number.POSITIVE_INFINITY
    // Of a pattern anybody can ask for a million.
    if (passing || page.redirectId !== undefined || (status !== 200 && status !== 410)) {
      this.#lasting.remove(key)
      this.#passing.keep(key, page, Math.min(expiresAt, Date.now() + PASSING_MS))
    } else {
      this.#passing.remove(key)
      this.#lasting.keep(key, page, expiresAt)
    }
    return page
  }
}
