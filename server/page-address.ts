import { decodePath, encodePath } from '@/lib/articles/paths'
import { oldParameters } from '@/lib/wordpress/old-query'
import { dataParameters, isDataPath, looksForWords, restRoute } from './data-address'

/** What a request for a reader's page asks for, as far as it decides what the page says. */
export type PageAddress = {
  /** What the page is kept under: the decoded path, and the parameters that mean something. */
  key: string
  /** The address that Next is asked for: one for every spelling of the key. */
  url: string
  /** True for what anybody can make a million of: kept for seconds, in a place of its own. */
  passing: boolean
}

const SEARCH = /^\/search(\/|$)/
/** Shows a held comment to its writer (lib/comments/actions.ts), so it is nobody else's page. */
const PRIVATE = ['unapproved', 'moderation-hash']

/**
 * What a request names: a path, decoded as files and pages are, and the page there; true where words are looked for, and
 * where a program asks instead of a reader.
 */
export type Target = { path: string; page: PageAddress | null; isSearch: boolean; isData: boolean }

/**
 * The page is null for an address whose page is one reader's own. Parameters that mean nothing are left out, so they can neither
 * change a page nor fill the cache with copies of one.
 */
export function targetOf(url: string): Target {
  const [rawPath = '/', rawQuery] = url.split('#', 1)[0]?.split(/\?(.*)/s) ?? []
  const path = decodePath(rawPath)
  const canonical = encodePath(path)
  const isData = isDataPath(path)
  if (!rawQuery) return { path, page: { key: canonical, url: canonical, passing: false }, isSearch: false, isData }
  const query = new URLSearchParams(rawQuery)
  const route = FRONT.has(path) ? restRoute(query) : null
  if (route !== null) return targetOf(route)
  const isSearch = looksForWords(path, query) || (SEARCH.test(path) && Boolean(query.get('q')))
  if (!isData && PRIVATE.some((name) => query.has(name))) return { path, page: null, isSearch, isData }
  const meant = meaning(path, query)
  const address = meant.length ? `${FRONT.has(path) ? '/' : canonical}?${new URLSearchParams(meant)}` : canonical
  return { path, page: { key: address, url: address, passing: meant.length > 0 }, isSearch, isData }
}

/** Where WordPress answers addresses that are nothing but parameters. */
const FRONT = new Set(['/', '/index.php'])

/** The parameters that a page of this path reads. */
function meaning(path: string, query: URLSearchParams): [string, string][] {
  if (FRONT.has(path)) return oldParameters(query)
  if (isDataPath(path)) return dataParameters(path, query)
  if (SEARCH.test(path)) return parameter(query, 'q')
  return parameter(query, 'replytocom').filter(([, value]) => /^\d{1,15}$/.test(value))
}

function parameter(query: URLSearchParams, name: string): [string, string][] {
  const value = query.get(name)
  return value === null ? [] : [[name, value]]
}
