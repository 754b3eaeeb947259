/** True when a write was refused because something with the same unique value is there already. */
export function isUniqueViolation(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  if (error.code === 'P2002') return true
  // P2010: a statement of our own; what the database said of it lies deeper.
  return error.code === 'P2010' && 'meta' in error && JSON.stringify(error.meta).includes('"UniqueConstraintViolation"')
}

/** True when a write was refused because something that it refers to is gone, or something still refers to it. */
export const isReferenceViolation = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'P2003' ||
    (error.code === 'P2010' &&
      'meta' in error &&
      JSON.stringify(error.meta).includes('"ForeignKeyConstraintViolation"')))

/** True where two transactions waited for each other, and the database has ended this one. */
export const isWriteConflict = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'P2034'
