/** An archive's key says what it lists. */
export const ALL = 'all'
export const categoryKey = (id: number): string => `category-${id}`
export const tagKey = (id: number): string => `tag-${id}`
export const authorKey = (id: number): string => `author-${id}`
export const languageKey = (locale: string): string => `language-${locale}`

/** What the keys of one article's archives say of it: its tags, and its authors. */
export function readKey(key: string): { kind: string; id: number } {
  const [kind = '', id] = key.split('-')
  return { kind, id: Number(id) }
}

/** Articles on a page of a list, as WordPress has it. */
export const PAGE_SIZE = 10
/** How many of its newest an archive's own row knows: enough for the front's largest block. */
export const NEWEST_KEPT = 12
