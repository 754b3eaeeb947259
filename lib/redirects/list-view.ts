/** In which order redirects are listed. `lastHit` lists those that were asked for, `unused` those that never were. */
export const SORTS = ['newest', 'from', 'hits', 'lastHit', 'unused'] as const
export type Sort = (typeof SORTS)[number]

/** Which part of the list is looked at: what follows the one with this id. */
export type RedirectList = { words: string; sort: Sort; afterId: number | null }

const LONGEST = 200

/** From the parameters of the address; nonsense is the list as it begins. */
export function readRedirectList(query: Record<string, string | string[] | undefined>): RedirectList {
  const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')
  const after = text(query.after)
  const words = text(query.q)
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
    .trim()
  return {
    words: [...words].slice(0, LONGEST).join(''),
    sort: SORTS.find((sort) => sort === query.sort) ?? 'newest',
    afterId: /^[1-9]\d{0,8}$/.test(after) ? Number(after) : null,
  }
}

export function redirectListPath({ words, sort, afterId }: RedirectList): string {
  const query = new URLSearchParams({
    ...(words && { q: words }),
    ...(sort !== 'newest' && { sort }),
    ...(afterId !== null && { after: String(afterId) }),
  }).toString()
  return `/admin/redirects/${query && `?${query}`}`
}
