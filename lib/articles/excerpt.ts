import { firstWords } from '@/lib/markup/first-words'

/** As WordPress cuts them. */
export const EXCERPT_WORDS = 55

/**
 * What stands on cards, in feeds and in the description: as written, else the dek, else the first words. `text` is the
 * body as plain text, or as much of it.
 */
export function excerptOf(written: string | null, dek: string | null, text: string): string {
  return written?.trim() || dek?.trim() || firstWords(text, EXCERPT_WORDS)
}
