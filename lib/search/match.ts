import { GAP } from './document'
import type { Term } from './query'

/** How many matches are counted, ranked and paged through at most. */
export const MOST_FOUND = 1_000

export type Matches = {
  /** At most MOST_FOUND. */
  total: number
  /** True where there are more: then those with the words in the headline come first, newest first, then the others. */
  many: boolean
  /** Ids of the page's articles, best first. */
  articleIds: number[]
}

/** The same words, in the headline alone. */
export const inHeadline = (terms: Term[]): Term[] =>
  terms.map((sequences) => sequences.map((sequence) => sequence.map((token) => GAP + token)))
