/** What follows an archive's own address: which page, or that it is spelled in a way that leads elsewhere. */
export type PagedAddress = { base: string[]; page: number; canonical: boolean }

/**
 * Parts "a/b/page/3" into what is listed and its page. "page/1", "page/03" and the like are another spelling of a page:
 * `canonical` is false. Undefined where "page" is not followed by a number of at least 1.
 */
export function partPagedAddress(segments: string[]): PagedAddress | undefined {
  const at = segments.length - 2
  if (segments[at] !== 'page') return { base: segments, page: 1, canonical: true }
  const number = segments[at + 1] ?? ''
  const page = Number(number)
  if (!/^\d{1,7}$/.test(number) || page < 1) return undefined
  return { base: segments.slice(0, at), page, canonical: page > 1 && number === String(page) }
}
