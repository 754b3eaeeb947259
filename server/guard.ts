import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import type { Env } from '@/lib/env'
import { memo } from '@/lib/memo'
import type { PageContext } from '@/lib/page-context'
import { isNewsroomUrl } from './newsroom-path'

const METHODS = new Set(['GET', 'HEAD', 'POST'])
/** Longer than any address a reader has; a search is cut at 200 characters. */
const LONGEST_URL = 4_000
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

export type Refusal = { status: 400 | 405 | 410 | 414 | 421; headers: Record<string, string> }
export type Guarded = { refusal: Refusal } | { context: PageContext }

/** Looks at a request before anything else does. A refusal, or the context its page is rendered in. */
export function guard(req: IncomingMessage, env: Env): Guarded {
  const { method = '', url = '', headers } = req
  if (!METHODS.has(method)) return refuse(405, { allow: 'GET, HEAD, POST' })
  if (url.length > LONGEST_URL) return refuse(414)
  if (!url.startsWith('/') || url.startsWith('//') || !URL.canParse(url, env.siteUrl)) return refuse(400)
  if (!isOwnHost(headers.host, env)) return refuse(421)
  const newsroom = isNewsroomUrl(url)
  for (const name of Object.keys(headers)) {
    if (steersNext(name) && !(newsroom && NEXTS_OWN.has(name))) delete headers[name]
  }
  const [first = '', second = ''] = randomUUID().split('-')
  const requestId = first + second
  return { context: { requestId, url, newsroom, clientAddress: clientAddress(req, env), queries: 0, tags: new Set() } }
}

const refuse = (status: Refusal['status'], headers: Refusal['headers'] = {}): Guarded => ({
  refusal: { status, headers },
})

/** True for the host of SITE_URL; where that is not set, for the names of this machine alone. */
export function isOwnHost(host: string | undefined, env: Env): boolean {
  const hostname = host && hostnameOf(host)
  if (!hostname) return false
  return env.siteUrlSet ? hostname === hostnameOf(env.siteUrl.replace(/^https?:\/\//, '')) : LOOPBACK.has(hostname)
}

/** Empty for what is no host. */
const hostnameOf = memo(200, (host) => (URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : ''))

const STEERING = new Set([
  'rsc',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-port',
  'x-matched-path',
  // Next takes the nonce of its scripts from it.
  'content-security-policy',
  'content-security-policy-report-only',
])
/** What Next's script asks with in the newsroom, where alone it runs. None of them skips a check of ours. */
const NEXTS_OWN = new Set(['rsc', 'next-action', 'next-router-state-tree', 'next-url'])

/**
 * Headers by which Next is told from outside what to render, or to skip its checks (CVE-2025-29927 and its kin). Reader
 * pages have none of Next's script, so nobody asks them for flight data or sends them an action that is no form. Which
 * site this is says SITE_URL alone.
 */
function steersNext(name: string): boolean {
  return /^(x-middleware-|x-nextjs-|next-)/.test(name) || STEERING.has(name)
}

/**
 * The reader's address: the socket's, or the last entry of the one header the configuration trusts, which is what the
 * proxy in front of us wrote; the entries before it are the reader's own claim.
 */
export function clientAddress(req: IncomingMessage, { clientAddressHeader }: Env): string {
  const socket = (req.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  if (!clientAddressHeader) return socket
  const value = req.headers[clientAddressHeader]
  const claimed = (Array.isArray(value) ? value.join(',') : (value ?? '')).split(',').at(-1)?.trim() ?? ''
  return isIP(claimed) ? claimed : socket
}
