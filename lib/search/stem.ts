import { stemArabicScript } from './stem-arabic'
import { stemEnglish } from './stem-english'

/**
 * A folded word without the endings (in Arabic also beginnings) that a reader does not type: one rule for each script,
 * because a query does not say its language. Documents and queries go through it alike.
 */
export function stemWord(folded: string): string {
  if (/^[a-z]+$/.test(folded)) return stemEnglish(folded)
  if (/^[\u0621-\u06d3]+$/.test(folded)) return stemArabicScript(folded)
  return folded
}
