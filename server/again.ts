import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Env } from '@/lib/env'
import { acceptedCoding } from './conditional'
import type { Counter } from './counter'
import type { Coding } from './encoded'
import { hasUnreadBody } from './form-post'
import { isOwnHost } from './guard'
import type { PageAddress } from './page-address'
import type { Page } from './page-cache'
import type { Pages } from './pages'
import { isPersonalRequest } from './personal'
import { encodedHeaders } from './send'

/** True for a request that is more than to be given the page. */
const isParticular = (req: IncomingMessage): boolean => {
  const { 'if-none-match': tags, 'if-modified-since': since } = req.headers
  return tags !== undefined || since !== undefined || hasUnreadBody(req) || isPersonalRequest(req)
}

/** Readers ask for the same addresses again; long ones are made up, and would fill the memory. */
const LONGEST_KNOWN = 300
const MOST_KNOWN = 10_000

/** The head of an answer, name and value in turn, and the bytes that it is the head of. */
type Ready = { head: string[]; bytes: Buffer }

/**
 * The short way through the door, for what nearly every request is: an address that has passed all of it before is asked for
 * again, of a kept page. Who is asking is looked at anew each time; the address is not, and the answer's head is made once.
 */
export class Again {
  readonly #env: Env
  readonly #pages: Pages
  readonly #counter: Counter
  readonly #commonHeaders: [name: string, value: string][]
  readonly #passed = new Map<string, PageAddress>()
  readonly #ready = new WeakMap<Page, Map<Coding, Ready>>()

  constructor(env: Env, pages: Pages, counter: Counter, commonHeaders: [name: string, value: string][]) {
    this.#env = env
    this.#pages = pages
    this.#counter = counter
    this.#commonHeaders = commonHeaders
  }

  /** The address, as it was written, has passed the door, and a page is kept there. */
  pass(url: string, address: PageAddress): void {
    if (url.length > LONGEST_KNOWN) return
    if (this.#passed.size >= MOST_KNOWN) this.#passed.clear()
    this.#passed.set(url, address)
  }

  /** False where it is not so simple, and nothing was sent. */
  answer(req: IncomingMessage, res: ServerResponse): boolean {
    const address = req.method === 'GET' && this.#passed.get(req.url ?? '')
    if (!address) return false
    if (isParticular(req) || !isOwnHost(req.headers.host, this.#env)) return false
    const page = this.#pages.kept(address, Date.now())
    // Its hits are counted further in, and a redirect of the query that was asked with is looked for there.
    if (!page || page.redirectId !== undefined || (page.status === 404 && req.url?.includes('?'))) return false
    const ready = this.#readyIn(page, acceptedCoding(req.headers['accept-encoding']))
    if (!ready) return false
    res.writeHead(page.status, ready.head)
    res.end(ready.bytes)
    this.#counter.count(req, page.view)
    return true
  }

  /** Undefined where the page is not at hand in that coding. */
  #readyIn(page: Page, coding: Coding): Ready | undefined {
    const packed = page.body.atHand(coding)
    if (!packed) return undefined
    const known = this.#ready.get(page) ?? new Map<Coding, Ready>()
    this.#ready.set(page, known)
    const ready = known.get(coding)
    // It may have been packed better since.
    if (ready?.bytes === packed.bytes) return ready
    const own = Object.entries(encodedHeaders(page.headers, page.body, coding, packed)).flatMap(([name, value]) =>
      [value].flat().flatMap((one) => (one === undefined ? [] : [name, String(one)])),
    )
    const made = { head: [...this.#commonHeaders.flat(), ...own], bytes: packed.bytes }
    known.set(coding, made)
    return made
  }
}
