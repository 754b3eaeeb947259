import { firstWords } from '@/lib/markup/first-words'
import { plainText } from '@/lib/markup/plain-text'
import { joinedTokens } from '@/lib/search/document'
import { EXCERPT_WORDS } from './excerpt'
import { countWords } from './reading-time'

/** What is read out of a body, once for all who ask. */
export type ReadBody = {
  /** Its first words, as many as an excerpt has. */
  opening: string
  wordCount: number
  /** As it is searched (lib/search/document.ts). */
  tokens: string
}

/** `html`: canonical. */
export function readBody(html: string): ReadBody {
  const text = plainText(html)
  return { opening: firstWords(text, EXCERPT_WORDS), wordCount: countWords(text), tokens: joinedTokens(text) }
}
