import { createHash } from 'node:crypto'

/**
 * A number for what the export gives none: always the same for the same texts, and below zero, where no number of
 * WordPress's is.
 */
export function stableNumber(...texts: string[]): number {
  const hash = createHash('sha256').update(JSON.stringify(texts)).digest()
  return -1 - (hash.readUInt32BE(0) >>> 1)
}
