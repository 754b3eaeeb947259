import { foldWord } from '@/lib/search/fold'

/** Longer ones are sentences, and say more of one reader than of all. */
const LONGEST = 80
/** Of a telephone, an account, a person. A year has four digits, and two of them stand in one search. */
const LONG_NUMBER = /\p{Nd}{5}/u
const MOST_DIGITS = 8

/**
 * What a search is counted under: its words without case, accents and signs. Null for what may be about one person: addresses,
 * long numbers; and for what is no words.
 */
export function searchedWords(typed: string): string | null {
  if (typed.includes('@') || /https?:|www\./i.test(typed)) return null
  // Numbers are often written in groups.
  if (LONG_NUMBER.test(typed) || (typed.match(/\p{Nd}/gu)?.length ?? 0) > MOST_DIGITS) return null
  const words = typed
    .split(/[\s\p{P}\p{S}]+/u)
    .map(foldWord)
    .filter(Boolean)
    .join(' ')
  return words === '' || words.length > LONGEST ? null : words
}
