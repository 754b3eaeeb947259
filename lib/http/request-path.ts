import { decodePath } from '@/lib/articles/paths'
import { pageContext } from '@/lib/page-context'

/**
 * The path that was asked for, decoded, with its last slash or without, which Next's parameters do not tell. Undefined
 * where there is no door (`next dev`).
 */
export function requestPath(): string | undefined {
  const raw = pageContext()?.url.split(/[?#]/)[0]
  return raw === undefined ? undefined : decodePath(raw)
}

/** The parameters that mean something to the page, as the door keeps them; none where there is no door. */
export function requestQuery(): URLSearchParams {
  return new URLSearchParams(
    pageContext()
      ?.url.split('#')[0]
      ?.split(/\?(.*)/s)[1],
  )
}
