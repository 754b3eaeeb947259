import { createHash, randomBytes } from 'node:crypto'
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import { type Agent, readAgent } from '@/lib/counting/agents'
import { DIRECT, readSource, type Source } from '@/lib/counting/sources'
import { addFigure, addView, emptyTally, type FigureKind, type Tally, type View } from '@/lib/counting/view'
import type { Env } from '@/lib/env'
import { memo } from '@/lib/memo'
import { clientAddress, isOwnHost } from './guard'
import type { Readers } from './readers'

/** Browsers name themselves in a few thousand ways; whoever invents more makes us look again, and forget. */
const MOST_AGENTS = 5_000
const LONGEST_AGENT = 600
const MOST_REFERERS = 5_000
const LONGEST_REFERER = 200
const LONGEST_ADDRESS = 100
/** Readers who need not be looked at again today. */
const MOST_SEEN = 100_000
/** Names that others choose: so many of a kind are counted in a day, and those that come later only with all. */
const MOST_SUBJECTS: Partial<Record<FigureKind, number>> = { host: 1_000, search: 1_000, searchless: 1_000 }

/** `seen`: whoever came with it today, as short hashes that say nothing without the day's key. */
type Known = { agent: Agent; seen: Set<string> }
/** Who asked last on a connection, of those who were seen today. */
type Seen = { readers: Readers; known: Known; said: string }

/** No browser has so long a name. */
const MADE_UP: Known = { agent: { kind: 'bot', name: '', device: 'other' }, seen: new Set() }
/** No site has so long an address. */
const NOWHERE: Source = { kind: 'other', host: '' }

/**
 * Counts readings in memory, for every answer of the door: it has to cost next to nothing, so whatever is known of a browser or
 * a referrer is read once. Nothing in here is of one reader but what `readers` forgets at the day's end.
 */
export class Counter {
  /** False until the first look at the settings, and where nothing is to be counted. */
  isOn = false
  readonly #env: Env
  #readers: Readers | null = null
  #views = new Map<View, number>()
  #agents = new Map<Agent, number>()
  #sources = new Map<Source, number>()
  readonly #known = new Map<string, Known>()
  readonly #subjects = new Map<FigureKind, Set<string>>()
  readonly #sourceOf: (referer: string) => Source
  /** Most ask for several pages on one connection: a hash for each of them would cost more than all the rest. */
  readonly #last = new WeakMap<Socket, Seen>()
  #seen = 0
  /** Of today, known to nobody but this process. */
  #key = randomBytes(16)

  constructor(env: Env) {
    this.#env = env
    this.#sourceOf = memo(MOST_REFERERS, (referer) => readSource(referer, (host) => isOwnHost(host, env)))
  }

  get readers(): Readers | null {
    return this.#readers
  }

  /** From now on it is another day, or none. */
  begin(readers: Readers | null): void {
    this.#readers?.end()
    this.#readers = readers
    this.#known.clear()
    this.#subjects.clear()
    this.#seen = 0
    this.#key = randomBytes(16)
  }

  /** A page was sent, or its reader was told that it is still the same. */
  count(req: IncomingMessage, view: View | undefined): void {
    if (!this.isOn || view === undefined || req.method !== 'GET') return
    const { headers } = req
    if (isFetchedAhead(headers)) return
    const userAgent = headers['user-agent'] ?? ''
    const known = this.#known.get(userAgent) ?? this.#meet(userAgent)
    const { agent } = known
    const isReader = agent.kind === 'reader'
    if (isReader) raise(this.#views, view)
    // Whoever asks not to be followed is one more reading of this page, and nothing else.
    if (isReader && (headers.dnt === '1' || headers['sec-gpc'] === '1')) return
    raise(this.#agents, agent)
    if (!isReader) return
    const { referer } = headers
    raise(this.#sources, referer === undefined ? DIRECT : this.#cameFrom(referer))
    if (this.#readers) this.#see(req, this.#readers, known, userAgent)
  }

  /** What was counted since it was last taken. */
  take(): Tally {
    const tally = emptyTally()
    let readings = 0
    for (const [view, views] of this.#views) {
      addView(tally, view, views)
      readings += views
    }
    if (readings) addFigure(tally, 'agent', 'reader', readings)
    for (const [{ kind, name, device }, views] of this.#agents) {
      if (kind === 'reader') addFigure(tally, 'device', device, views)
      else addFigure(tally, 'agent', kind, views)
      if (name) addFigure(tally, 'bot', name, views)
    }
    for (const [{ kind, host }, views] of this.#sources) {
      addFigure(tally, 'source', kind, views)
      if (host) addFigure(tally, 'host', host, views)
    }
    this.#views = new Map()
    this.#agents = new Map()
    this.#sources = new Map()
    for (const [kind, subjects] of tally.figures) this.#keepFew(kind, subjects)
    return tally
  }

  #keepFew(kind: FigureKind, subjects: Map<string, number>): void {
    const most = MOST_SUBJECTS[kind]
    if (most === undefined) return
    const known = this.#subjects.get(kind) ?? new Set()
    this.#subjects.set(kind, known)
    for (const subject of subjects.keys()) {
      if (known.has(subject)) continue
      if (known.size < most) known.add(subject)
      else subjects.delete(subject)
    }
  }

  /** Of an address what comes before its path: there are fewer of those. */
  #cameFrom(referer: string): Source {
    const end = referer.indexOf('/', 'https://'.length)
    const origin = end < 0 ? referer : referer.slice(0, end + 1)
    return origin.length > LONGEST_REFERER ? NOWHERE : this.#sourceOf(origin)
  }

  #meet(userAgent: string): Known {
    if (userAgent.length > LONGEST_AGENT) return MADE_UP
    if (this.#known.size >= MOST_AGENTS) this.#forget()
    const known = { agent: readAgent(userAgent), seen: new Set<string>() }
    this.#known.set(userAgent, known)
    return known
  }

  #see(req: IncomingMessage, readers: Readers, known: Known, userAgent: string): void {
    const { clientAddressHeader } = this.#env
    // As it stands there: what it means is asked only of what was not seen yet.
    const said = clientAddressHeader ? String(req.headers[clientAddressHeader]) : (req.socket.remoteAddress ?? '')
    const last = this.#last.get(req.socket)
    if (last?.said === said && last.known === known && last.readers === readers) return
    const short = createHash('sha256').update(this.#key).update(said).digest('base64url').slice(0, 10)
    if (!known.seen.has(short)) {
      readers.add(clientAddress(req, this.#env), userAgent)
      if (said.length > LONGEST_ADDRESS) return
      known.seen.add(short)
      if (++this.#seen >= MOST_SEEN) this.#forget()
    }
    this.#last.set(req.socket, { readers, known, said })
  }

  #forget(): void {
    this.#known.clear()
    this.#seen = 0
  }
}

function raise<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

/** A browser that fetches or draws a page in case its reader wants it; should they open it, nobody is told. */
function isFetchedAhead(headers: IncomingHttpHeaders): boolean {
  const purpose = headers['sec-purpose'] ?? headers.purpose ?? headers['x-moz']
  return purpose !== undefined && /prefetch|prerender|preview/.test(String(purpose))
}
