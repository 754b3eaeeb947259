import { LARGEST_ID } from '@/lib/comments/row-id'

/**
 * What was written here is numbered from here on in WordPress's answers, so that it never has the number of something that
 * was imported, now or later. What came from WordPress keeps its number (docs/decisions/017).
 */
export const OWN_NUMBERS = 1_000_000_000

/** True for a number of WordPress's that is kept. */
export const isKept = (number: number): boolean => number > 0 && number < OWN_NUMBERS

type Sourced = { id: number; sourceSite: string | null; sourceId: number | null }

/** Of an article or a file; of several imported sites the first one keeps its numbers. */
export function sourcedNumber({ id, sourceSite, sourceId }: Sourced, numberedSite: string | null): number {
  return sourceId !== null && sourceSite === numberedSite && isKept(sourceId) ? sourceId : OWN_NUMBERS + id
}

/** Of a category, a tag or an author. */
export const termNumber = (id: number, wordpressId: number | null | undefined): number =>
  wordpressId ?? OWN_NUMBERS + id

/** Which rows are asked for: those of WordPress by its numbers, ours by our ids. */
export function partNumbers(numbers: readonly number[]): { wordpress: number[]; own: number[] } {
  return {
    wordpress: numbers.filter(isKept),
    own: numbers.filter((number) => number > OWN_NUMBERS && number <= LARGEST_ID).map((number) => number - OWN_NUMBERS),
  }
}
