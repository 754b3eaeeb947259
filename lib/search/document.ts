import { readWords } from './words'

/** What of a published article is searched: plain text, and the words of its body. */
export type SearchText = { headline: string; dek: string | null; names: string[]; tags: string[]; body: string[] }

/** The same as words for the index, in three parts that weigh differently; phrases never reach from one to another. */
export type SearchDocument = {
  articleId: number
  publishedAt: Date
  headline: string[]
  /** Dek, authors in all spellings of their names, tags. */
  about: string[]
  body: string[]
}

/**
 * Stands in a word's place where one text ends: no query can contain it. Before a word it says "in the headline", so that
 * what has a word there can be looked up without reading where all others have it.
 */
export const GAP = '§'

export function searchDocument(
  articleId: number,
  publishedAt: Date,
  { headline, dek, names, tags, body }: SearchText,
): SearchDocument {
  return {
    articleId,
    publishedAt,
    headline: headlineTokens(headline),
    about: [dek ?? '', ...names, ...tags].flatMap((text) => [...tokensOf(text), GAP]),
    body,
  }
}

/** The headline's words, and each once more as a word of a headline. */
export function headlineTokens(headline: string): string[] {
  const tokens = tokensOf(headline)
  return [...tokens, GAP, ...tokens.map((token) => (token === GAP ? GAP : GAP + token))]
}

/** The same as one string, which is kept and handed on in a fraction of the time. */
export const joinedTokens = (text: string): string => tokensOf(text).join(' ')

export const splitTokens = (joined: string): string[] => (joined === '' ? [] : joined.split(' '))

/** The text's words in order, then each that was joined from parts, by itself. */
export function tokensOf(text: string): string[] {
  const { words, joined } = readWords(text)
  return [...words.map(({ token }) => token), ...joined.flatMap(({ token }) => [GAP, token])]
}
