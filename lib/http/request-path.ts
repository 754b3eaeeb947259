import { decodePath } from '@/lib/articles/paths'
import { pageContext } from '@/lib/page-context'

/**
 * The path that was asked for, decoded, with its last slash or without: Next's parameters do not tell. Where there is no
 * door (`next dev`) the slash is taken to be there.
 */
export function requestPath(segments: string[]): string {
  const url = pageContext()?.url
  const raw = url === undefined ? `/${segments.join('/')}/` : (url.split(/[?#]/)[0] ?? '/')
  return decodePath(raw)
}

/** The query as requested, from "?" on, or empty. */
export function requestQuery(): string {
  const url = pageContext()?.url ?? ''
  const at = url.indexOf('?')
  return at < 0 ? '' : url.slice(at)
}
