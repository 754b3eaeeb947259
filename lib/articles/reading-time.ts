import { languageOf } from '@/lib/i18n/locale'

/** Words a minute that adults read silently in print (Brysbaert 2019 for English; Trauzettel-Klosinski 2012 for the others). */
const WORDS_A_MINUTE: Record<string, number> = { ar: 138, fa: 160, he: 187 }
const ENGLISH = 238

/** Whole minutes, at least one. */
export function readingMinutes(wordCount: number, locale: string): number {
  return Math.max(1, Math.round(wordCount / (WORDS_A_MINUTE[languageOf(locale)] ?? ENGLISH)))
}

/** Words as readers count them: runs of letters and digits, a word with ZWNJ or an apostrophe being one. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}\p{M}]+(?:['’\u200c-][\p{L}\p{N}\p{M}]+)*/gu)?.length ?? 0
}
