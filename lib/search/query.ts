import { foldWord } from './fold'
import { readWords } from './words'

/** One thing looked for: found where any of these sequences of words occurs, a single word or a phrase. */
export type Term = string[][]
export type SearchQuery = { terms: Term[]; excluded: Term[] }

const LONGEST = 200
const MOST_TERMS = 12
/** A phrase is looked for by its first words; nobody types a longer one. */
export const LONGEST_PHRASE = 12

/** What a reader typed as it is shown and read: on one line, at most 200 characters. */
export function cleanQuery(typed: string): string {
  const text = typed
    .toWellFormed()
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return text.length > LONGEST
    ? text
        .slice(0, LONGEST)
        .toWellFormed()
        .replace(/\ufffd$/, '')
        .trim()
    : text
}

/**
 * Words, "phrases" in any quotation marks, and -what must not occur; every word must. At most 12 of them. What stands
 * together without a space is looked for together: "harbour_AR" is a phrase. Signs mean nothing else.
 */
export function parseQuery(typed: string): SearchQuery {
  const parts = [...cleanQuery(typed).matchAll(PART)].map(({ groups }): Part => {
    const { minus, quoted, bare = '' }: Partial<Record<string, string>> = groups ?? {}
    const text = quoted ?? bare
    return { excluded: minus !== undefined, bare: quoted === undefined, text, term: termOf(text, quoted !== undefined) }
  })
  const terms = withNeighbours(parts.filter(({ term }) => term.length)).slice(0, MOST_TERMS)
  const side = (excluded: boolean) => unique(terms.filter((part) => part.excluded === excluded).map(({ term }) => term))
  return { terms: side(false), excluded: side(true) }
}

type Part = { excluded: boolean; bare: boolean; text: string; term: Term }

const QUOTES = '"“”„‟«»＂'
// A quotation mark between Hebrew letters is part of an abbreviation. A mark that is never closed reaches to the end.
const PART = new RegExp(
  `(?<minus>(?<!\\S)[-−–]+(?=[^\\s-]))?(?:(?<![א-ת])[${QUOTES}](?<quoted>[^${QUOTES}]*)(?:[${QUOTES}]|$)|(?<bare>(?:(?<=[א-ת])"(?=[א-ת])|[^\\s${QUOTES}])+))`,
  'gu',
)

function termOf(text: string, quoted: boolean): Term {
  const { words, joined } = readWords(text)
  const phrase = words.slice(0, LONGEST_PHRASE).map(({ token }) => token)
  const [whole] = joined
  // "e-mail" alone is also "email"; in a phrase only its parts can stand.
  const isOne = !quoted && whole !== undefined && joined.length === 1 && whole.start === words[0]?.start
  const alternatives = isOne && whole.end === words.at(-1)?.end ? [phrase, [whole.token]] : [phrase]
  return phrase.length ? alternatives : []
}

/** Two words of Arabic letters are often one: عبد الله and عبدالله, موج شکن and موجشکن. */
function withNeighbours(parts: Part[]): Part[] {
  const together = parts.map((part, i) => {
    const next = parts[i + 1]
    return next && isJoinable(part) && isJoinable(next) ? termOf(part.text + next.text, false) : []
  })
  return parts.map((part, i) => ({ ...part, term: [...part.term, ...(together[i - 1] ?? []), ...(together[i] ?? [])] }))
}

const isJoinable = ({ bare, excluded, text, term }: Part) =>
  bare && !excluded && term.length === 1 && term[0]?.length === 1 && /^[\u0621-\u06d3]+$/.test(foldWord(text))

function unique(terms: Term[]): Term[] {
  return [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()]
}
