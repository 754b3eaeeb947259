import type { IncomingHttpHeaders } from 'node:http'
import type { Range, Stored } from '@/lib/storage/storage'

// What a request says of a file that it has already, or wants a part of (RFC 9110, 13 and 14).

type Known = Pick<Stored, 'etag' | 'changedAt'>

/** True where it is to be left alone because it is another version than the request is about. */
export function hasChanged(headers: IncomingHttpHeaders, stored: Known): boolean {
  const match = headers['if-match']
  if (match !== undefined) return match !== '*' && !tags(match).includes(strong(stored.etag))
  const since = Date.parse(headers['if-unmodified-since'] ?? '')
  return seconds(stored) > since
}

/** True where whoever asks has this version. */
export function isAsKnown(headers: IncomingHttpHeaders, stored: Known): boolean {
  if (/(?:^|,)\s*no-cache\s*(?:,|$)/.test(headers['cache-control'] ?? '')) return false
  const none = headers['if-none-match']
  if (none !== undefined) return none === '*' || tags(none).map(bare).includes(bare(stored.etag))
  return seconds(stored) <= Date.parse(headers['if-modified-since'] ?? '')
}

/** The part that is asked for; null where it is the whole, also where several are: nobody has to answer with several. */
export function rangeOf(headers: IncomingHttpHeaders, stored: Stored): Range | null | 'none' {
  const [, first, last] = /^bytes=\s*(\d*)\s*-\s*(\d*)\s*$/.exec(headers.range ?? '') ?? []
  if (first === undefined || last === undefined || first + last === '' || !isOfThis(headers['if-range'], stored))
    return null
  const end = stored.bytes - 1
  const range = first
    ? { from: Number(first), to: Math.min(last ? Number(last) : end, end) }
    : { from: Math.max(0, stored.bytes - Number(last)), to: end }
  if (first && last && Number(last) < Number(first)) return null
  return range.from > range.to ? 'none' : range
}

function isOfThis(ifRange: string | string[] | undefined, stored: Known): boolean {
  if (typeof ifRange !== 'string') return true
  return /^(?:W\/)?"/.test(ifRange) ? ifRange === strong(stored.etag) : seconds(stored) <= Date.parse(ifRange)
}

const tags = (list: string): string[] => list.split(',').map((tag) => tag.trim())
const bare = (tag: string): string => tag.replace(/^W\//, '')
/** A weak tag is no proof that every byte is the same. */
const strong = (tag: string): string => (tag.startsWith('W/') ? '' : tag)
/** HTTP's dates are of whole seconds. */
const seconds = ({ changedAt }: Known): number => Math.floor(changedAt.getTime() / 1_000) * 1_000
