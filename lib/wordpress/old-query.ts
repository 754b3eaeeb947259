import { decodeSegment } from '@/lib/articles/paths'
import { isDay } from '@/lib/calendar/days'
import { parseRowId } from '@/lib/comments/row-id'
import { formatOf } from '@/lib/feeds/address'
import type { FeedFormat } from '@/lib/feeds/feed'

/** What an address of WordPress without permalinks asks for: "/?p=12", "/?cat=3&paged=2", "/?feed=atom&tag=boats". */
export type Subject =
  | { kind: 'front' }
  | { kind: 'comments' }
  | { kind: 'post' | 'attachment' | 'category' | 'author'; id: number }
  | { kind: 'slug' | 'tag' | 'author slug'; slug: string }
  | { kind: 'page path' | 'category path'; path: string }
  | { kind: 'date'; digits: string }
  | { kind: 'search'; query: string }
export type OldQuery = { subject: Subject; feed: FeedFormat | null; page: number }

/** Its parameters, in the order in which they decide. */
const PARAMETERS = [
  ...['p', 'page_id', 'attachment_id', 'name', 'pagename', 's', 'cat', 'category_name', 'tag', 'author'],
  ...['author_name', 'm', 'year', 'monthnum', 'day', 'feed', 'paged'],
]

/** The parameters that decide where such an address leads; empty for an address of another kind. */
export function oldParameters(query: URLSearchParams): [string, string][] {
  if (!readOldQuery(query)) return []
  return PARAMETERS.flatMap((name): [string, string][] => {
    const value = query.get(name)
    return value === null ? [] : [[name, value]]
  })
}

/** Null where nothing is asked for in WordPress's way. */
export function readOldQuery(query: URLSearchParams): OldQuery | null {
  const feedName = query.get('feed')
  const feed = feedName === null ? null : formatOf(feedName)
  const page = parseRowId(query.get('paged') ?? undefined) ?? 1
  const subject = readSubject(query)
  if (subject) return { subject, feed, page }
  if (feedName?.toLowerCase().startsWith('comments-')) return { subject: { kind: 'comments' }, feed, page }
  return feed || query.has('paged') ? { subject: { kind: 'front' }, feed, page } : null
}

function readSubject(query: URLSearchParams): Subject | null {
  const id = (name: string) => parseRowId(query.get(name)?.trim())
  const text = (name: string) => decodeSegment(query.get(name)?.trim() ?? '').replace(/^\/+|\/+$/g, '')
  const numbered = [
    ['post', id('p') ?? id('page_id')],
    ['attachment', id('attachment_id')],
    ['category', id('cat')],
    ['author', id('author')],
  ] as const
  for (const [kind, number] of numbered) if (number !== null) return { kind, id: number }
  // A number that no row can have names nothing, which is not the front.
  if (query.has('p') || query.has('page_id')) return { kind: 'post', id: 0 }
  if (text('name')) return { kind: 'slug', slug: text('name') }
  if (text('pagename')) return { kind: 'page path', path: text('pagename') }
  const search = query.get('s')
  if (search !== null) return { kind: 'search', query: search }
  if (text('category_name')) return { kind: 'category path', path: text('category_name') }
  if (text('tag')) return { kind: 'tag', slug: text('tag') }
  if (text('author_name')) return { kind: 'author slug', slug: text('author_name') }
  const digits = readDate(query)
  return digits ? { kind: 'date', digits } : null
}

/** "m=202105", or "year=2021&monthnum=5&day=7"; as much of it as is a date. "m=1" asks for a page for telephones. */
function readDate(query: URLSearchParams): string | null {
  const m = /^(\d{4})(\d{2})?(\d{2})?\d*$/.exec(query.get('m') ?? '')
  const [year, month, day] = m ? m.slice(1) : ['year', 'monthnum', 'day'].map((name) => query.get(name) ?? undefined)
  if (!year || !/^\d{4}$/.test(year)) return null
  const number = (part: string | undefined) => (part && /^\d{1,2}$/.test(part) ? Number(part) : 0)
  if (!isDay(Number(year), number(month), 1)) return year
  const digits = year + String(number(month)).padStart(2, '0')
  return isDay(Number(year), number(month), number(day)) ? digits + String(number(day)).padStart(2, '0') : digits
}
