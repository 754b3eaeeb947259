import { decodePath, foldPath, isReservedPath } from '@/lib/articles/paths'
import { isGone } from '@/lib/crawlers/gone'
import { readOldQuery, type Subject } from '@/lib/wordpress/old-query'
import { partQuery, queriedAddress } from './address'
import { DEEPEST_PATTERN } from './patterns'
import { type RedirectRefusal, type RedirectStatus, STATUSES, type Wanted } from './redirect'

/** What was typed, or stands in a line of a file. */
export type Typed = { from: string; to: string; status: string }
type Reading<T> = { ok: true; value: T } | { ok: false; reason: RedirectRefusal }

const no = (reason: RedirectRefusal): { ok: false; reason: RedirectRefusal } => ({ ok: false, reason })
const LONGEST = 1_000

/** A redirect as it is stored, or why it cannot be one. `siteUrl`: whose paths are meant by whole addresses. */
export function readTyped({ from, to, status: typed }: Typed, siteUrl: string): Reading<Wanted> {
  // A file that was not written as UTF-8.
  if ((from + to).includes('\uFFFD')) return no('lettersLost')
  const status = statusOf(typed)
  if (status === null) return no('statusWrong')
  const source = readSource(from.trim().toWellFormed(), siteUrl)
  if (!source.ok) return source
  if (status === 410) return to.trim() ? no('toWithGone') : yes({ ...source.value, toPath: '', toExtra: '', status })
  const target = readTarget(to.trim().toWellFormed(), siteUrl, source.value.isPattern)
  if (!target.ok) return target
  const wanted = { ...source.value, ...target.value, status }
  return leadsBack(wanted) ? no('loop') : yes(wanted)
}

/** From an address with a query to the same with another: each would be asked for anew, and could lead to the other. */
function leadsBack({ fromPath, toPath, toExtra }: Wanted): boolean {
  const { path, query } = partQuery(fromPath)
  return foldPath(path) === foldPath(toPath) && (query === null || toExtra.startsWith('?'))
}

const yes = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

/** What other programs call the same: 308 keeps the method, which a page that is read does not need. */
const ALIASES: Record<string, RedirectStatus> = { '': 301, 307: 302, 308: 301 }

function statusOf(typed: string): RedirectStatus | null {
  const text = typed.trim()
  return ALIASES[text] ?? STATUSES.find((status) => String(status) === text) ?? null
}

function readSource(typed: string, siteUrl: string): Reading<Pick<Wanted, 'fromPath' | 'isPattern'>> {
  if (!typed) return no('fromMissing')
  const text = withoutOrigin(typed, siteUrl)
  if (text === null) return no('fromElsewhere')
  if (text.includes('#')) return no('fromFragment')
  const [before = '', query] = text.split(/\?(.*)/s)
  return query ? readQueried(before, query) : readPath(before)
}

function readPath(text: string): Reading<Pick<Wanted, 'fromPath' | 'isPattern'>> {
  const isPattern = /\/\*$/.test(text)
  const path = ownPath(isPattern ? text.slice(0, -1) : text)
  if (path === null) return no('fromWrong')
  if (path.includes('*')) return no('starPlace')
  const segments = path.split('/').filter(Boolean)
  if (isPattern && !segments.length) return no('patternAll')
  if (isPattern && segments.length > DEEPEST_PATTERN) return no('fromWrong')
  if (isSiteOwn(path, isPattern)) return no('reserved')
  return yes({ fromPath: isPattern ? `/${segments.join('/')}/*` : path, isPattern })
}

/** Of an address with a query nothing but this very query is looked at: it is no pattern. */
function readQueried(before: string, query: string): Reading<Pick<Wanted, 'fromPath' | 'isPattern'>> {
  const path = ownPath(before)
  if (path === null || before.length + query.length > LONGEST) return no('fromWrong')
  if (path.includes('*')) return no('starPlace')
  const address = queriedAddress(path, query)
  if (address === null) return no('reserved')
  const old = partQuery(address).path === '/' ? readOldQuery(new URLSearchParams(query)) : null
  if (old ? SITE_SUBJECTS.has(old.subject.kind) : isSiteOwn(path, false)) return no('reserved')
  return yes({ fromPath: address, isPattern: false })
}

/** What the front answers with lists, whatever is in them. */
const SITE_SUBJECTS = new Set<Subject['kind']>(['front', 'comments', 'search', 'date'])

/** Archives of categories, tags and authors come and go; where none is, others may have been. */
const ARCHIVES = new Set(['category', 'tag', 'author'])

/** True where the site, or its door, answers whatever anybody writes here. */
function isSiteOwn(path: string, isPattern: boolean): boolean {
  const [first = '', second] = foldPath(path).split('/').slice(1)
  if (isGone(path) || first === 'corrections') return true
  if (ARCHIVES.has(first)) return second === undefined && !isPattern
  // Below a year there is more than its months and days.
  return isReservedPath(isPattern && /^\d{4}$/.test(first) ? `${path}x/` : path)
}

function readTarget(typed: string, siteUrl: string, isPattern: boolean): Reading<Pick<Wanted, 'toPath' | 'toExtra'>> {
  if (!typed) return no('toMissing')
  if (typed.length > LONGEST || /[\\\s\p{Cc}]/u.test(typed)) return no('toWrong')
  const text = withoutOrigin(typed, siteUrl)
  if (text === null) return readElsewhere(typed, isPattern)
  // "//host/" is another host to a browser, and "host/" nobody can tell from a path.
  if (!text.startsWith('/') || text.startsWith('//')) return no('toWrong')
  const [before = '', extra = ''] = text.split(/(?=[?#])(.*)/s)
  const carries = isPattern && /\/\*$/.test(before)
  const path = ownPath(carries ? before.slice(0, -1) : before)
  if (path === null) return no('toWrong')
  if (path.includes('*') || (carries && extra)) return no('starPlace')
  const { search, hash } = new URL(extra, 'http://site.example/')
  return yes({ toPath: carries ? `${path}*` : path, toExtra: search + hash })
}

function readElsewhere(typed: string, isPattern: boolean): Reading<Pick<Wanted, 'toPath' | 'toExtra'>> {
  if (!/^https?:\/\//i.test(typed)) return no('toWrong')
  const carries = isPattern && typed.endsWith('/*')
  // "https://*" is an address, and without its star it is none.
  const text = carries ? typed.slice(0, -1) : typed
  if (!URL.canParse(text)) return no('toWrong')
  const url = new URL(text)
  if (url.username || url.password || !url.hostname || url.hostname.includes('*')) return no('toWrong')
  if (url.pathname.includes('*')) return no('starPlace')
  if (!carries) return yes({ toPath: url.href, toExtra: '' })
  // The star stands behind a slash of the path: whoever asks never has a say in the host.
  return url.search || url.hash ? no('starPlace') : yes({ toPath: `${url.href}*`, toExtra: '' })
}

/** The path with what follows it, of a whole address on this site; null for one elsewhere, or that is no web address. */
function withoutOrigin(text: string, siteUrl: string): string | null {
  if (!/^[a-z][a-z\d+.-]*:/i.test(text) || !URL.canParse(text)) return text
  const url = new URL(text)
  const isHere = /^https?:$/.test(url.protocol) && url.host === new URL(siteUrl).host && !url.username
  return isHere ? text.replace(/^[a-z]+:\/\/[^/?#]*/i, '') || '/' : null
}

/** Decoded, with one slash between its parts, and with its last one where that was typed; null for what is no path. */
function ownPath(text: string): string | null {
  if (text.length > LONGEST) return null
  const path = decodePath(text)
  const segments = path.split('/').filter(Boolean)
  if (segments.some((segment) => /[\p{Cc}\\<>"]|^\.{1,2}$/u.test(segment))) return null
  return segments.length ? `/${segments.join('/')}${path.endsWith('/') ? '/' : ''}` : '/'
}
