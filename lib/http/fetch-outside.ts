import type { LookupAddress } from 'node:dns'
import { lookup } from 'node:dns/promises'
import { request as askPlainly, type ClientRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as askSecretly } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicEndpoint } from './public-address'

// Addresses that somebody else chose are asked from here and from nowhere else (docs/decisions/018).

/** What a name means, and which of its addresses may be connected to. */
export type Reach = {
  resolve(hostname: string): Promise<LookupAddress[]>
  mayReach(address: string, port: number): boolean
}

/** The open internet. */
export const OUTSIDE: Reach = {
  resolve: (hostname) => lookup(hostname, { all: true, verbatim: true }),
  mayReach: isPublicEndpoint,
}

export type Limits = { bytes: number; ms: number; redirects: number }
const LIMITS: Limits = { bytes: 1_000_000, ms: 10_000, redirects: 5 }

export type Asked = {
  /** A form or a document is sent where it says, and nowhere that the answer leads to. */
  body?: { type: string; text: string }
  accept?: string
  limits?: Partial<Limits>
}

export type OutsideAnswer = {
  /** Where the answer came from, after all redirects. */
  url: string
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

/** It is not asked, and asking again would change nothing. All else that goes wrong may go well another time. */
export class FetchRefused extends Error {
  override name = 'FetchRefused'
}

/**
 * Asks an address on another site. A name is resolved once for each step, every address that it has must be one that may be
 * reached, and the connection goes to just these. Time and redirects are limited for all steps together.
 */
export async function fetchOutside(reach: Reach, address: string, asked: Asked = {}): Promise<OutsideAnswer> {
  const limits = { ...LIMITS, ...asked.limits }
  const timesOut = AbortSignal.timeout(limits.ms)
  let url = webUrl(address)
  for (let step = 0; step <= limits.redirects; step++) {
    const answer = await ask(reach, url, asked, limits, timesOut).catch((error: unknown) => {
      throw timesOut.aborted ? new Error(`${url.host} took longer than ${limits.ms / 1_000} s`) : error
    })
    const location = asked.body ? undefined : redirectOf(answer)
    if (location === undefined) return { ...answer, url: url.href }
    url = webUrl(location, url)
  }
  throw new FetchRefused(`${address} leads on more than ${limits.redirects} times`)
}

function webUrl(address: string, base?: URL): URL {
  if (!URL.canParse(address, base)) throw new FetchRefused('this is no address')
  const url = new URL(address, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw new FetchRefused(`${url.protocol} is not asked`)
  if (url.username || url.password) throw new FetchRefused('an address with a name and a password is not asked')
  return url
}

const REDIRECTS = new Set([301, 302, 303, 307, 308])
const redirectOf = ({ status, headers }: Pick<OutsideAnswer, 'status' | 'headers'>): string | undefined =>
  REDIRECTS.has(status) ? headers.location : undefined

type Step = Omit<OutsideAnswer, 'url'>

async function ask(reach: Reach, url: URL, asked: Asked, { bytes }: Limits, signal: AbortSignal): Promise<Step> {
  const isSecret = url.protocol === 'https:'
  const port = Number(url.port) || (isSecret ? 443 : 80)
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = await resolved(reach, hostname, signal)
  // One among several that may not be reached is a trick, or a fault that is not ours to step around.
  if (!addresses.length || addresses.some(({ address }) => !reach.mayReach(address, port))) {
    throw new FetchRefused(`${url.host} is not on the open internet`)
  }
  const request = (isSecret ? askSecretly : askPlainly)({
    host: hostname,
    port,
    path: url.pathname + url.search,
    method: asked.body ? 'POST' : 'GET',
    headers: {
      host: url.host,
      accept: asked.accept ?? '*/*',
      // What is packed may be larger than it looks.
      'accept-encoding': 'identity',
      'user-agent': 'Broadsheet (Webmention, Pingback, WebSub, IndexNow)',
      ...(asked.body && { 'content-type': asked.body.type, 'content-length': Buffer.byteLength(asked.body.text) }),
    },
    // A connection of its own, to an address that was looked at.
    agent: false,
    lookup: pinnedTo(addresses),
    signal,
  })
  request.end(asked.body?.text)
  return read(await answerTo(request), bytes)
}

/** Asks for the name once; an address stands for itself. Waits no longer than there is time. */
async function resolved({ resolve }: Reach, hostname: string, signal: AbortSignal): Promise<LookupAddress[]> {
  const family = isIP(hostname)
  if (family) return [{ address: hostname, family }]
  signal.throwIfAborted()
  const outOfTime = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  return Promise.race([resolve(hostname), outOfTime])
}

/** Answers what was looked at, whoever asks: nobody asks for the name a second time. */
function pinnedTo(addresses: LookupAddress[]): LookupFunction {
  return (_, options, done) => {
    const [first] = addresses
    if (options.all) done(null, addresses)
    else done(null, first?.address ?? '', first?.family)
  }
}

function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.on('response', resolve)
    request.on('error', reject)
    request.on('close', () => reject(new Error('the connection was closed without an answer')))
  })
}

async function read(response: IncomingMessage, mostBytes: number): Promise<Step> {
  const { statusCode: status = 0, headers } = response
  if (redirectOf({ status, headers }) !== undefined) {
    response.destroy()
    return { status, headers, body: Buffer.alloc(0) }
  }
  const coding = headers['content-encoding'] ?? 'identity'
  const chunks: Buffer[] = []
  let length = 0
  try {
    if (coding !== 'identity') throw new FetchRefused(`what is packed (${coding}) is not read`)
    for await (const chunk of response as AsyncIterable<Buffer>) {
      length += chunk.length
      if (length > mostBytes) throw new FetchRefused(`it is longer than ${mostBytes} bytes`)
      chunks.push(chunk)
    }
  } finally {
    response.destroy()
  }
  return { status, headers, body: Buffer.concat(chunks) }
}
