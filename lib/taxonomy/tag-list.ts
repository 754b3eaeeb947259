/** Which part of the list of tags is looked at. */
export type TagList = { words: string; page: number }

const LONGEST = 80

/** From the parameters of the address; nonsense is the list as it begins. */
export function readTagList(query: Record<string, string | string[] | undefined>): TagList {
  const text = (value: string | string[] | undefined) => (typeof value === 'string' ? value : '')
  const page = text(query.page)
  const words = text(query.q)
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ')
    .trim()
  return {
    words: [...words].slice(0, LONGEST).join(''),
    page: /^[1-9]\d{0,4}$/.test(page) ? Number(page) : 1,
  }
}

export function tagListPath({ words, page }: TagList): string {
  const query = new URLSearchParams({ ...(words && { q: words }), ...(page > 1 && { page: String(page) }) }).toString()
  return `/admin/tags/${query && `?${query}`}`
}
