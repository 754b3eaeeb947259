/** Before there were photographs; a clock that was never set says the year 0, which not every database can hold. */
const FIRST = Date.parse('1800-01-01T00:00:00Z')

/** A moment as a file says it; null where it cannot be when a picture was taken. */
export function momentOf(said: string): Date | null {
  const at = new Date(said)
  return at.getTime() >= FIRST ? at : null
}
