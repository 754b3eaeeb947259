import { LARGEST_ID } from '@/lib/comments/row-id'

/** Where a page ended: numbers that the next one is found by. Nobody is to read them, or to make one. */
export const cursorOf = (...numbers: number[]): string =>
  btoa(numbers.join('.')).replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_')

/** What a number of a place is: an id or a day, in a column of 32 bits; or a moment, in milliseconds. */
export type Part = 'column' | 'moment'

/** The first moment of the year 1, and the last of 9999: what either database has a time for. */
const MOMENTS = [-62_135_596_800_000, 253_402_300_799_999] as const

const fits = (number: number, part: Part): boolean =>
  part === 'column' ? Math.abs(number) <= LARGEST_ID : number >= MOMENTS[0] && number <= MOMENTS[1]

/** Null for what no page of a list ended at whose places have these parts. */
export function readCursor(cursor: string, parts: readonly Part[]): number[] | null {
  try {
    const text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const numbers = text.split('.').map(Number)
    const isSound = /^-?\d{1,15}(?:\.-?\d{1,15})*$/.test(text) && numbers.length === parts.length
    const isPlace = isSound && parts.every((part, i) => fits(numbers[i] ?? 0, part))
    return isPlace && cursorOf(...numbers) === cursor ? numbers : null
  } catch {
    return null
  }
}
