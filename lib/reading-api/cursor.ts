/** Where a page ended: numbers that the next one is found by. Nobody is to read them, or to make one. */
export const cursorOf = (...numbers: number[]): string =>
  btoa(numbers.join('.')).replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_')

/** Null for what no page of a list with so many numbers ended at. */
export function readCursor(cursor: string, count: number): number[] | null {
  try {
    const text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const numbers = text.split('.').map(Number)
    const isSound = /^-?\d{1,15}(?:\.-?\d{1,15})*$/.test(text) && numbers.length === count
    return isSound && cursorOf(...numbers) === cursor ? numbers : null
  } catch {
    return null
  }
}
