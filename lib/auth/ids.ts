import { randomBytes } from 'node:crypto'

/** An id that nobody can guess from another one: 128 random bits. */
export const newId = (): string => randomBytes(16).toString('base64url')
