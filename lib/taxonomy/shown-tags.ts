/**
 * Tags of what pages show of the categories. `CategoryTree` says them as it is asked (lib/site/facts.ts), and whoever
 * changes a category says those of what it changes: the two meet on the pages that show it, and on no others.
 */

/** Of every change to categories; a page depends on it only where it found none, or looked through all. */
export const CATEGORIES_TAG = 'categories'
/** Of the top of the tree as the masthead and the footer show it: names, addresses, languages, order. */
export const SECTIONS_TAG = 'sections'
/** Of a category's name and language. */
export const categoryTag = (id: number): string => `category:${id}`
/** Of its address, and so of what stands above it. */
export const addressTag = (id: number): string => `category address:${id}`
/** Of what is said about it on its own page. */
export const describedTag = (id: number): string => `described:${id}`
/** Of which categories stand below it, and in which order. */
export const belowTag = (id: number): string => `below:${id}`

/** Of the list that a category with this parent stands in. */
export const listTag = (parentId: number | null): string => (parentId === null ? SECTIONS_TAG : belowTag(parentId))

/** All that is not there any more with a category. */
export const goneTags = ({ id, parentId }: { id: number; parentId: number | null }): string[] => [
  ...[categoryTag(id), addressTag(id), describedTag(id), belowTag(id)],
  listTag(parentId),
]

/** Of a tag's name, address and description. */
export const tagTag = (id: number): string => `tag:${id}`
/** Of the list of all tags' addresses. */
export const TAG_ADDRESSES = 'tag addresses'
/** Of the list of all tags in the order of their names. */
export const TAG_NAMES = 'tag names'
