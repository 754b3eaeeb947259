import { isIPv6 } from 'node:net'

/** A reader who looks for something tries a few words; a machine asks without end. */
const AT_ONCE = 30
export const ANOTHER_AFTER_MS = 2_000
/** Whoever has not searched for longest is forgotten first. */
const MOST_NETWORKS = 20_000

/** A proxy on this machine that names no reader (CLIENT_ADDRESS_HEADER is not set): all of them would count as one. */
const OWN_MACHINE = /^(127\.|::1$)/

/** How many answers that have to be made one reader's network gets: searches 30 at once, and one more every 2 s. */
export class SearchLimit {
  /** Epoch ms at which a network has all of them again: later by 2 s with each. In the order of the last search. */
  readonly #wholeAt = new Map<string, number>()
  readonly #atOnce: number
  readonly #anotherAfterMs: number

  constructor(atOnce = AT_ONCE, anotherAfterMs = ANOTHER_AFTER_MS) {
    this.#atOnce = atOnce
    this.#anotherAfterMs = anotherAfterMs
  }

  /** True where this address may have another search now; it counts then. */
  allows(address: string, now: number): boolean {
    if (OWN_MACHINE.test(address)) return true
    const network = networkOf(address)
    const wholeAt = Math.max(this.#wholeAt.get(network) ?? 0, now) + this.#anotherAfterMs
    if (wholeAt - now > this.#atOnce * this.#anotherAfterMs) return false
    this.#wholeAt.delete(network)
    this.#wholeAt.set(network, wholeAt)
    for (const [oldest, at] of this.#wholeAt) {
      if (at > now && this.#wholeAt.size <= MOST_NETWORKS) break
      this.#wholeAt.delete(oldest)
    }
    return true
  }
}

/** An IPv4 address, or the first half of an IPv6 one: the other half is chosen by whoever has it. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '')
  if (!isIPv6(plain)) return plain
  const [before, after] = plain.split('::').map((part) => part.split(':'))
  const known = [...(before ?? []), ...(after ?? [])].length
  const zeros = after ? Array.from({ length: 8 - known }, () => '0') : []
  const groups = [...(before ?? []), ...zeros, ...(after ?? [])].slice(0, 4)
  return groups.map((group) => Number.parseInt(group || '0', 16).toString(16)).join(':')
}
