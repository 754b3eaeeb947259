import { V1_PARAMETERS } from '@/lib/reading-api/parameters'
import { bareName } from '@/lib/wordpress/rest/parameters'
import { REST_PARAMETERS } from '@/lib/wordpress/rest/specs'

const DATA = /^\/(?:wp-json|api\/v1|oembed)(?:[/?]|$)/

/** True for what programs ask, on whatever site they run: answers without a reader. */
export const isDataPath = (path: string): boolean => DATA.test(path)

/** The parameters that an answer reads, in one order, so that one answer is kept once. */
export function dataParameters(path: string, query: URLSearchParams): [string, string][] {
  const known = path.startsWith('/api/') ? V1_PARAMETERS : REST_PARAMETERS
  const read = [...query].filter(([name]) => known.has(bareName(name)))
  return read
    .map(([name, value]): [string, string] => [bareName(name) === name ? name : `${bareName(name)}[]`, value])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

/** True where words are looked for, which costs more than reading a list. */
export const looksForWords = (path: string, query: URLSearchParams): boolean =>
  isDataPath(path) && [...query].some(([name, value]) => bareName(name) === 'search' && value !== '')

const ROUTE = /^(?!.*(?:\.\.|\/\/))\/[\w./%-]*$/

/** Where "/?rest_route=/wp/v2/posts&page=2" is answered; null for an address of another kind. */
export function restRoute(query: URLSearchParams): string | null {
  const route = query.get('rest_route')
  if (route === null) return null
  const rest = new URLSearchParams(query)
  rest.delete('rest_route')
  // What is no route there is none here.
  const path = ROUTE.test(route) ? `/wp-json${route}` : '/wp-json/none/none/none'
  return rest.size ? `${path}?${rest}` : path
}
