/**
 * Tags of what pages show of the authors. Whoever changes an author says those of what it changes, and no page is made
 * anew for what it does not show.
 */

/** Of an author's name and address: what a byline shows. */
export const authorTag = (id: number): string => `author:${id}`
/** Of what is said about an author: on their own page, and below their articles. */
export const profileTag = (id: number): string => `author profile:${id}`
/** Of the list of all authors' addresses. */
export const AUTHOR_ADDRESSES = 'author addresses'
/** Of whom a search finds by name. */
export const AUTHOR_NAMES = 'author names'
