import { encodePath, foldPath } from '@/lib/articles/paths'
import { oldParameters } from '@/lib/wordpress/old-query'

/** "/old.php?id=3": a decoded path, and a query as `queryOf` writes it, in which no slash stands. */
const QUERIED = /^(\/[^?]*)\?([\w*.%+&=-]+)$/

/** The path that a redirect begins at, and the query behind it, which most have none of. */
export function partQuery(address: string): { path: string; query: string | null } {
  const [, path, query] = QUERIED.exec(address) ?? []
  return path === undefined || query === undefined ? { path: address, query: null } : { path, query }
}

/** The one spelling that a query is stored and looked up in: the same parameters, in the same order. */
export const queryOf = (raw: string): string => new URLSearchParams(raw).toString().replace(/=(?=&|$)/g, '')

/** What the spellings of an address have in common. A query is taken at its word: programs tell "A" from "a" in it. */
export function foldAddress(address: string): string {
  const { path, query } = partQuery(address)
  return query === null ? foldPath(path) : `${foldPath(path)}?${query}`
}

/** Where WordPress answers addresses that are nothing but parameters. */
const FRONT = new Set(['/', '/index.php'])

/** A path with a query, as it is stored. Null at the front, which answers, where WordPress would find nothing in it. */
export function queriedAddress(path: string, rawQuery: string): string | null {
  if (!FRONT.has(foldPath(path))) return `${path}?${queryOf(rawQuery)}`
  const meant = queryOf(new URLSearchParams(oldParameters(new URLSearchParams(rawQuery))).toString())
  return meant ? `/?${meant}` : null
}

/** A decoded address as somebody would type it: escaped where it could be taken for something else. */
export function typable(address: string): string {
  const { path, query } = partQuery(address)
  const typed = /[?#%\s]/.test(path) ? encodePath(path) : path
  return query === null ? typed : `${typed}?${query}`
}

/** As it stands in a link. */
export function linkOf(address: string): string {
  const { path, query } = partQuery(address)
  return query === null ? encodePath(path) : `${encodePath(path)}?${query}`
}
