import type { AgentKind, Device } from '@/lib/counting/agents'
import type { SourceKind } from '@/lib/counting/sources'

/** Browsers and bots as they call themselves, made up but for the marks that they are known by; and what each of them is. */
export const BROWSERS: readonly { userAgent: string; device: Device }[] = [
  {
    userAgent:
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/151.0.0.0 Safari/537.36',
    device: 'computer',
  },
  { userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:152.0) Gecko/20100101 Firefox/152.0', device: 'computer' },
  {
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 20_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/20.1 Mobile/15E148 Safari/604.1',
    device: 'phone',
  },
  {
    userAgent:
      'Mozilla/5.0 (Linux; Android 16; Ferry 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/151.0.0.0 Mobile Safari/537.36',
    device: 'phone',
  },
  {
    userAgent:
      'Mozilla/5.0 (Linux; Android 15; Harbour Tab) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36',
    device: 'tablet',
  },
]

export const BOTS: readonly { userAgent: string; kind: Exclude<AgentKind, 'reader'> }[] = [
  { userAgent: 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)', kind: 'search' },
  { userAgent: 'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)', kind: 'search' },
  {
    userAgent: 'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; GPTBot/1.3; +https://openai.com/gptbot)',
    kind: 'ai',
  },
  { userAgent: 'Mozilla/5.0 (compatible; ClaudeBot/1.0; +claudebot@anthropic.com)', kind: 'ai' },
  { userAgent: 'TidewatchLinkChecker/3.1 (+https://tidewatch.example/bot)', kind: 'bot' },
  { userAgent: 'python-requests/2.40', kind: 'bot' },
  { userAgent: '', kind: 'bot' },
]

const REFERERS: readonly { referer: string; source: SourceKind; host: string }[] = [
  { referer: '', source: 'direct', host: '' },
  { referer: 'https://www.google.com/', source: 'search', host: 'google.com' },
  { referer: 'https://t.co/AbC123', source: 'social', host: 't.co' },
  { referer: 'http://localhost/another-article/', source: 'internal', host: '' },
  {
    referer: 'https://blog.tidewatch.example/2026/post?secret=a-name',
    source: 'other',
    host: 'blog.tidewatch.example',
  },
]

/** One request of the mix, and what is to be counted of it. */
export type Mixed = {
  path: string
  method: 'GET' | 'HEAD'
  headers: Record<string, string>
  /** Whether it asks for what it has already. */
  again: boolean
  is: AgentKind | 'uncounted' | 'quiet'
  device: Device
  source: SourceKind
  host: string
}

/** Of a hundred requests so many are of each kind, in this order. */
const SHARES: [count: number, kind: 'reader' | 'again' | 'quiet' | 'bot' | 'ahead' | 'head'][] = [
  [58, 'reader'],
  [6, 'again'],
  [4, 'quiet'],
  [26, 'bot'],
  [4, 'ahead'],
  [2, 'head'],
]
const ORDER = SHARES.flatMap(([count, kind]) => Array.from({ length: count }, () => kind))
const AHEAD = [{ 'sec-purpose': 'prefetch' }, { 'sec-purpose': 'prefetch;prerender' }, { purpose: 'prefetch' }]
const QUIET = [{ dnt: '1' }, { 'sec-gpc': '1' }]

const at = <T>(list: readonly T[], i: number): T => list[i % list.length] as T

/** The request number `i` of a mix that is the same each time: `addresses` readers, each with one browser, at `paths`. */
export function mixed(i: number, paths: readonly string[], addresses: number): Mixed {
  const kind = at(ORDER, i * 37)
  const reader = (i * 13) % addresses
  const { userAgent, device } = at(BROWSERS, reader)
  const { referer, source, host } = at(REFERERS, Math.floor(i / 3))
  const bot = at(BOTS, i)
  const sent = kind === 'bot' ? bot.userAgent : userAgent
  const headers: Record<string, string> = {
    'x-forwarded-for': readerAddress(reader),
    ...(sent && { 'user-agent': sent }),
    ...(referer && { referer }),
    ...(kind === 'ahead' && at(AHEAD, i)),
    ...(kind === 'quiet' && at(QUIET, i)),
  }
  const is = { reader: 'reader', again: 'reader', quiet: 'quiet', bot: bot.kind, ahead: 'uncounted', head: 'uncounted' }
  return {
    path: at(paths, Math.floor(i / 7)),
    method: kind === 'head' ? 'HEAD' : 'GET',
    headers,
    again: kind === 'again',
    is: is[kind] as Mixed['is'],
    ...{ device, source, host },
  }
}

export const readerAddress = (reader: number): string =>
  `2001:db8:${(reader >> 8).toString(16)}:${(reader & 255).toString(16)}::77`

/** What is to be stored after all of them: sums by what was counted. */
export function sumsOf(requests: readonly Mixed[]): Record<string, number> {
  const sums: Record<string, number> = {}
  const add = (name: string) => {
    sums[name] = (sums[name] ?? 0) + 1
  }
  for (const { is, path, device, source, host } of requests) {
    if (is === 'uncounted') continue
    add(`agent ${is === 'quiet' ? 'reader' : is}`)
    if (is !== 'reader' && is !== 'quiet') continue
    add('all')
    add(`path ${path}`)
    if (is === 'quiet') continue
    add(`device ${device}`)
    add(`source ${source}`)
    if (host) add(`host ${host}`)
  }
  return sums
}

/** How many readers the mix has that may be told apart. */
export const readersIn = (requests: readonly Mixed[]): number =>
  new Set(requests.filter(({ is }) => is === 'reader').map(({ headers }) => headers['x-forwarded-for'])).size
