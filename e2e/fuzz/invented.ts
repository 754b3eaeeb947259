import { Random } from '@/lib/seed/random'
import { inventBody } from './bodies'
import { inventHeaders } from './headers'
import { inventTarget } from './targets'

/** What a site offers to begin from. */
export type Known = {
  host: string
  paths: string[]
  /** Hidden fields of the form on /the-last-boat/, with the action of this build. */
  hidden: Record<string, string>
}

/** One request as bytes, and how it is sent. */
export type Invented = {
  method: string
  bytes: Buffer
  /** Stands in headers alone, so no page may contain it. */
  mark: string
  /** False where the site may rightly say nothing: it was cut short, or is no request at all. */
  answerable: boolean
  /** How the sender leaves: waits for the answer, closes its half, or is gone. */
  leaves: 'waits' | 'halves' | 'vanishes'
}

const METHODS = ['PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH', 'CONNECT', 'PROPFIND', 'QUERY', 'get', 'GE T', 'X', '']
const VERSIONS = ['HTTP/1.0', 'HTTP/0.9', 'HTTP/2.0', 'HTTP/1.1 x', 'http/1.1', '']

/** The request of this number: the same at every run of one seed. */
export function invent(seed: number, number: number, known: Known): Invented {
  const random = new Random(seed * 1_000_003 + number)
  const mark = `mark${seed}x${number}x`
  const dice = random.below(100)
  const method = dice < 60 ? 'GET' : dice < 68 ? 'HEAD' : dice < 88 ? 'POST' : random.pick(METHODS)
  const version = random.below(50) ? 'HTTP/1.1' : random.pick(VERSIONS)
  const target = inventTarget(random, known)
  const { type, body } = method === 'POST' || !random.below(20) ? inventBody(random, known) : noBody
  const claimed = random.below(20) ? body.length : random.below(body.length * 2 + 10)
  const headers = inventHeaders(random, known, mark, type, claimed)
  const head = [`${method} ${target} ${version}`, ...headers].join(random.below(200) ? '\r\n' : '\n')
  const whole = Buffer.concat([Buffer.from(`${head}\r\n\r\n`, random.below(4) ? 'utf8' : 'latin1'), body])
  const ends = random.below(25) ? whole.length : random.below(whole.length)
  const bytes = whole.subarray(0, ends)
  // The site would wait for the rest, as long as it waits for slow readers.
  const isCut = ends < whole.length || claimed > body.length
  const leaves = isCut ? random.pick(['halves', 'vanishes'] as const) : random.below(40) ? 'waits' : 'vanishes'
  const answerable = !isCut && leaves === 'waits' && method !== 'CONNECT' && method !== ''
  return { method, bytes, mark, answerable, leaves }
}

const noBody = { type: undefined, body: Buffer.alloc(0) }
