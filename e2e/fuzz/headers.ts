import type { Random } from '@/lib/seed/random'
import type { Known } from './invented'

/** Each gets the mark of its request in it, which must not be in any page. */
const MARKED = [
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-for',
  'x-forwarded-prefix',
  'forwarded',
  'x-original-url',
  'x-rewrite-url',
  'x-http-method-override',
  'x-middleware-subrequest',
  'x-middleware-rewrite',
  'x-matched-path',
  'x-invoke-path',
  'x-now-route-matches',
  'x-nextjs-data',
  'next-action',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
  'next-url',
  'next-resume',
  'rsc',
  'purpose',
  'sec-purpose',
  'accept',
  'accept-language',
  'user-agent',
  'referer',
  'if-none-match',
  'if-modified-since',
  'if-match',
  'if-range',
  'range',
  'traceparent',
  'authorization',
  'te',
  'origin',
]

const ODD = [
  'accept-encoding: br;q=1, gzip;q=0.5, *;q=0',
  'accept-encoding: identity;q=0, *;q=0',
  'accept-encoding: gzip;q=x, br;q=-1,,;;=',
  `accept-encoding: ${'gzip, '.repeat(500)}`,
  'range: bytes=0-9',
  'range: bytes=-1',
  'range: bytes=99999-',
  'range: bytes=0-1,2-3,4-5',
  'if-none-match: *',
  'if-none-match: "',
  'if-modified-since: Thu, 99 Zzz 9999 99:99:99 GMT',
  'cookie: comment_held=0',
  'cookie: comment_held=1.AAAA; comment_held=%',
  'cookie: comment_author=%7B%22name%22%3A%22Eve%22%7D; __prerender_bypass=1; __next_preview_data=x',
  `cookie: ${'a=b; '.repeat(300)}`,
  'rsc: 1',
  'next-action: 400000000000000000000000000000000000000000',
  'next-router-prefetch: 1',
  'x-middleware-subrequest: middleware:middleware:middleware:middleware:middleware',
  'accept: text/x-component',
  'connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==\r\nsec-websocket-version: 13',
  'connection: upgrade, http2-settings\r\nupgrade: h2c',
  'expect: 100-continue',
  'expect: something',
  'host: evil.example',
  'host:',
  'host: [::1',
  'content-length: -1',
  'content-length: 99999999999',
  'content-length: 1\r\ncontent-length: 2',
  'transfer-encoding: chunked',
  'transfer-encoding: gzip, chunked',
  'x-long: '.padEnd(20_000, 'x'),
  'x-bytes: \u00ff\u00fe é سلام',
  'x-bare\rreturn: 1',
  ': nameless',
  'no colon at all',
  ' folded: 1',
  '__proto__: 1',
]

export function inventHeaders(
  random: Random,
  { host }: Known,
  mark: string,
  type: string | undefined,
  /** That the sender claims. */
  length: number,
): string[] {
  // A connection for each request: none waits for what another left unread.
  const lines = ['connection: close']
  if (random.below(60)) lines.push(`host: ${host}`)
  // Nobody is refused for being quick.
  if (random.below(2)) lines.push(`x-forwarded-for: 2001:db8:0:${random.below(65_536).toString(16)}::1`)
  if (random.below(2)) lines.push(`accept-encoding: ${random.pick(['gzip', 'br', 'gzip, deflate, br, zstd'])}`)
  for (let i = random.below(4); i > 0; i--) lines.push(`${random.pick(MARKED)}: ${mark}`)
  if (!random.below(3)) lines.push(random.pick(ODD))
  if (type !== undefined) {
    if (random.below(10)) lines.push(`content-type: ${type}`)
    lines.push(`content-length: ${length}`)
    if (random.below(6)) lines.push(`origin: http://${host}`)
  }
  return lines
}
